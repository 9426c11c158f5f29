import { randomBytes } from 'node:crypto'
import { basename, join } from 'node:path'
import type { FormatName, ImportFile } from '../labelers/kit/format.ts'
import { type Project, PROJECT_FILE, PROJECT_FORMAT } from '../schemas/project.ts'
import { failed, idFor, ok, type Result } from '../schemas/schema.ts'
import { FileError, type Files } from './files.ts'
import { dataPath } from './import/data-path.ts'
import { generatedSource } from './import/generated-source.ts'
import { importFile } from './import/import-file.ts'
import { type ImportRow, readRows } from './import/import-rows.ts'
import { type MediaKind, mediaOf, mediaOfRows, type RowMedia } from './import/media-of-rows.ts'
import { newFromGoldset } from './import/new-from-goldset.ts'
import { NewFiles } from './import/new-files.ts'
import { fieldOfRows, itemsOfRows, tasksOfRows } from './import/rows-to-project.ts'
import { storeIncoming } from './import/store-incoming.ts'
import { takeRows } from './import/take-rows.ts'
import type { ImportReport } from './import-project.ts'
import { openProject } from './open-project.ts'
import { createProjectFile } from './project-file.ts'
import { taskLabels } from './task-labels.ts'

export interface NewFromImport {
  /** Absolute. Made when missing; never over an existing project or file. */
  readonly folder: string
  readonly path: string
  readonly format: FormatName
  /** Whose the answers are where the file does not say. */
  readonly annotator: string
  /** Give every answer to `annotator`, also where the file names somebody else. */
  readonly reassign?: boolean | undefined
  readonly name?: string | undefined
}

export interface ImportedProject {
  readonly folder: string
  readonly items: number
  readonly report: ImportReport
}

/** A project from another tool's dataset: items, label schema and answers in one go. */
export async function newFromImport(files: Files, spec: NewFromImport): Promise<Result<ImportedProject>> {
  if ((await files.stat(join(spec.folder, PROJECT_FILE))) !== undefined) {
    return failed({ file: spec.folder, message: 'There is a project in this folder already.' })
  }
  const file = await importFile(files, spec.path)
  if (!file.ok) return file
  const made = new NewFiles(files, spec.folder)
  try {
    const result =
      spec.format === 'goldset'
        ? await newFromGoldset(files, made, file.value, spec)
        : await newFromForeign(files, made, file.value, spec)
    if (!result.ok) await made.undo()
    return result
  } catch (error) {
    await made.undo()
    if (error instanceof FileError) return failed({ file: error.path, message: error.message })
    throw error
  }
}

async function newFromForeign(
  files: Files,
  made: NewFiles,
  file: ImportFile,
  spec: NewFromImport
): Promise<Result<ImportedProject>> {
  const read = await readRows(file, spec.format)
  const kind = mediaOf(read.rows)
  const found =
    kind === undefined
      ? await wordsIn(made, spec, read.rows)
      : await mediaIn(files, made, file, spec, read.rows, kind)
  if (!found.ok) return failed(...read.problems, ...found.problems)
  const { fields, source, rows, problems } = found.value
  const { tasks, taskOf } = tasksOfRows(rows, fields[0]?.id ?? 'text')
  const name = spec.name ?? basename(spec.folder)
  const project: Project = {
    goldset: PROJECT_FORMAT,
    id: `${idFor(name, new Set(['label']))}-${randomBytes(4).toString('hex')}`,
    name,
    schemaVersion: 1,
    fields: [...fields],
    sources: [source],
    tasks: [...tasks]
  }
  await made.createIfMissing('.gitattributes', '*.json text eol=lf\n')
  await createProjectFile(files, spec.folder, project)
  made.keep()

  const opened = await openProject(files, spec.folder, { lock: true })
  if (!opened.ok) return opened
  const open = opened.value
  try {
    const taken = await takeRows(open, rows, taskOf, { ...spec, strict: false })
    if (!taken.ok) return taken
    const stored = await storeIncoming(open, open.project, taken.value.incoming, false)
    const { created, merged, skipped, unchanged } = stored
    const all = [...read.problems, ...problems, ...taken.value.problems, ...stored.problems]
    return ok({
      folder: spec.folder,
      items: open.items.count - open.items.holes,
      report: {
        created,
        merged,
        skipped,
        unchanged,
        addedLabels: Object.fromEntries(
          tasks.map(task => [task.id, taskLabels(task).map(label => label.name)])
        ),
        problems: [...all.map(problem => ({ file: spec.path, ...problem })), ...open.items.problems]
      }
    })
  } finally {
    await open.close()
  }
}

/** What a new project is made of. */
type Found = Pick<RowMedia, 'fields' | 'source' | 'rows' | 'problems'>

/** Texts, or conversations. */
async function wordsIn(
  made: NewFiles,
  spec: NewFromImport,
  given: readonly ImportRow[]
): Promise<Result<Found>> {
  const field = fieldOfRows(given)
  const { items, rows, problems } = itemsOfRows(given, field)
  if (items.length === 0) {
    return failed({
      file: spec.path,
      message: `There is nothing in this file to import as "${spec.format}".`
    })
  }
  const fields = [field]
  const { source, text } = generatedSource(dataPath(spec.path), fields, items)
  await made.create(source.path, text)
  return ok({ fields, source, rows, problems })
}

async function mediaIn(
  files: Files,
  made: NewFiles,
  file: ImportFile,
  spec: NewFromImport,
  rows: readonly ImportRow[],
  kind: MediaKind
): Promise<Result<Found>> {
  const from = { path: spec.path, isFolder: file.isFolder === true, project: spec.folder }
  return mediaOfRows(files, made, from, rows, kind)
}
