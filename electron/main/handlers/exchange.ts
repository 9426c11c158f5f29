import { join } from 'node:path'
import type { ExportOptions } from '../../../project/export-project.ts'
import { FileError } from '../../../project/files.ts'
import { PROJECT_FILE } from '../../../schemas/project.ts'
import { failed, ok, type Problem } from '../../../schemas/schema.ts'
import type { Handlers } from '../../api/contract.ts'
import { knownFolders } from '../known-folders.ts'
import type { Desktop } from '../handlers.ts'

type ExchangeCalls = Pick<
  Handlers,
  'format.list' | 'export.preview' | 'export.run' | 'import.run' | 'rescue.save' | 'folder.reveal'
>

type ExportChoice = Parameters<Handlers['export.preview']>[0]

/* Formats, and what reads and writes them, are read when they are first asked for: at the start they would cost more than home. */
const exporting = async () => (await import('../../../project/export-project.ts')).exportProject
const importing = async () => (await import('../../../project/import-project.ts')).importInto

const noProject: Problem = { message: 'No project is open.' }

/** What leaves and enters the project. */
export function exchangeHandlers(desktop: Desktop): ExchangeCalls {
  const { place, session } = desktop
  return {
    async 'format.list'() {
      return (await import('../../../project/formats.ts')).listFormats()
    },
    async 'export.preview'(choice) {
      const desk = session.current
      if (desk === null) return failed(noProject)
      const exportProject = await exporting()
      return exportProject(desk.open, { ...chosen(choice), out: null })
    },
    async 'export.run'(choice) {
      const desk = session.current
      if (desk === null) return failed(noProject)
      // An export replaces files of the same name, so the page cannot name the place by itself.
      if (!session.picked.has(choice.out))
        return failed({ file: choice.out, message: 'Choose the folder of the export with the dialog first.' })
      await desk.settled()
      const exportProject = await exporting()
      const exported = await exportProject(desk.open, { ...chosen(choice), out: choice.out })
      if (exported.ok) desk.lastExport = exported.value.out
      return exported
    },
    async 'import.run'({ path, format, task, dryRun }) {
      const desk = session.current
      if (desk === null) return failed(noProject)
      if (desk.open.readOnly !== undefined && !dryRun) return failed({ message: desk.open.readOnly })
      const allowed = await session.grants.allow([path], knownFolders(desktop))
      if (!allowed.ok) return allowed
      const [file = path] = allowed.value
      await desk.settled()
      const { annotator } = desk
      const importInto = await importing()
      const imported = await importInto(desk.open, {
        path: file,
        format,
        task,
        annotator,
        dryRun,
        strict: false
      })
      if (!dryRun) await desk.refresh()
      return imported
    },
    async 'rescue.save'({ states }) {
      const desk = session.current
      const folder = await place.dialogs.pickFolder('Where should the copy go?')
      if (folder === null) return failed({ message: 'Nothing was saved: no folder was chosen.' })
      const now = place.now().toISOString()
      const path = join(folder, `goldset-rescue-${now.replaceAll(/[:.]/g, '-')}.json`)
      const copy = {
        goldset: 'rescue/1',
        project: desk === null ? null : { id: desk.open.project.id, folder: desk.open.root },
        annotator: desk?.annotator ?? null,
        savedAt: now,
        states
      }
      try {
        await place.files.create(path, `${JSON.stringify(copy, null, 2)}\n`)
        return ok({ path })
      } catch (error) {
        if (error instanceof FileError) return failed({ file: error.path, message: error.message })
        throw error
      }
    },
    async 'folder.reveal'({ which }) {
      const desk = session.current
      if (desk === null) return null
      if (which === 'project') place.reveal(join(desk.open.root, PROJECT_FILE))
      else if (desk.lastExport !== undefined) place.reveal(desk.lastExport)
      return null
    }
  }
}

function chosen({ options, ...choice }: ExportChoice): Omit<ExportOptions, 'out'> {
  return { ...choice, options: new Map((options ?? []).map(({ name, value }) => [name, value])) }
}
