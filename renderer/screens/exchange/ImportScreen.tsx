import { useState } from 'react'
import type { FormatInfo, ImportReport } from '../../../electron/api/contract.ts'
import type { Result } from '../../../schemas/schema.ts'
import { CommandCap, useCommands } from '../../shell/commands/react.tsx'
import { useDesk } from '../../shell/desk-context.tsx'
import { inThousands } from '../../shell/place-names.ts'
import { ProblemList } from '../../shell/ProblemList.tsx'
import type { LabelSession } from '../../state/label-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import page from '../page.module.css'
import { FormatChoice } from './FormatChoice.tsx'
import { useFormats } from './use-formats.ts'

/** Answers of another tool into this project: first what would happen, then the same for good. */
export function ImportScreen({ session }: { session: LabelSession }) {
  const desk = useDesk()
  const formats = useFormats(session, format => format.imports)
  const [chosen, setChosen] = useState<FormatInfo | null>(null)
  const [path, setPath] = useState<string | null>(null)
  const [tried, setTried] = useState<Result<ImportReport> | null>(null)
  const [done, setDone] = useState<Result<ImportReport> | null>(null)
  const [task, setTask] = useState('')
  const format = chosen ?? formats[0] ?? null
  const able = session.tasks.filter(candidate => candidate.labeler === format?.labeler)

  const call = async (file: string, dryRun: boolean, which = format, target = task) => {
    if (which === null) return null
    const input = { path: file, format: which.format, dryRun, ...(target === '' ? {} : { task: target }) }
    return desk.client.call('import.run', input)
  }
  const attempt = async (file: string, which = format, target = task) => {
    setDone(null)
    setTried(null)
    setTried(await call(file, true, which, target))
  }
  const pick = async () => {
    const [file] = await desk.client.call('files.pick', { title: 'The file to import' })
    if (file === undefined) return
    setPath(file)
    await attempt(file)
  }
  const pickFolder = async () => {
    const folder = await desk.client.call('folder.pick', { title: 'The folder to import' })
    if (folder === null) return
    setPath(folder)
    await attempt(folder)
  }
  const run = async () => {
    if (path === null) return pick()
    if (tried?.ok !== true) return
    await session.flush()
    const result = await call(path, false)
    setDone(result)
    // The project on the screen was read before the import.
    if (result?.ok === true) await desk.openProject(session.summary.folder)
  }
  useCommands([
    {
      id: 'import.run',
      title: 'Import',
      group: 'Import',
      scope: 'import',
      keys: ['Ctrl+Enter'],
      run: () => void run()
    },
    {
      id: 'import.leave',
      title: 'Back',
      group: 'Import',
      scope: 'import',
      keys: ['Escape'],
      run: () => desk.back()
    }
  ])
  return (
    <main className={page.page}>
      <div className={page.column}>
        <h1>Import</h1>
        <p className="dim">
          Items are matched by id, then by path or exact content. Labels that the project lacks are added and
          listed.
        </p>
        <section className={page.section}>
          <h2>Format</h2>
          <FormatChoice
            formats={formats}
            chosen={format}
            onChoose={next => {
              setChosen(next)
              setTask('')
              if (path !== null) void attempt(path, next, '')
            }}
          />
        </section>
        {able.length > 1 && (
          <section className={page.section}>
            <h2>Question</h2>
            <select
              className={page.select}
              aria-label="Question"
              value={task}
              onChange={event => {
                setTask(event.target.value)
                if (path !== null) void attempt(path, format, event.target.value)
              }}
            >
              <option value="">As the file says</option>
              {able.map(candidate => (
                <option key={candidate.id} value={candidate.id}>
                  {candidate.title}
                </option>
              ))}
            </select>
          </section>
        )}
        <section className={page.section}>
          <h2>{format?.importsFolders === true ? 'File or folder' : 'File'}</h2>
          <div className={page.acts}>
            <Button onClick={() => void pick()}>Choose a file</Button>
            {format?.importsFolders === true && (
              <Button onClick={() => void pickFolder()}>Choose a folder</Button>
            )}
            <span className="mono cut">{path ?? ''}</span>
          </div>
        </section>
        {tried?.ok === false && <ProblemList title="This cannot be imported." problems={tried.problems} />}
        {tried?.ok === true && done === null && <Report title="What would happen" report={tried.value} />}
        {done?.ok === false && <ProblemList title="The import failed." problems={done.problems} />}
        {done?.ok === true && <Report title="Imported" report={done.value} />}
        <div className={page.acts}>
          <Button look={tried?.ok === true && done === null ? 'primary' : 'wait'} onClick={() => void run()}>
            Import <CommandCap id="import.run" />
          </Button>
          <Button look="quiet" onClick={() => desk.back()}>
            Back <CommandCap id="import.leave" />
          </Button>
        </div>
      </div>
    </main>
  )
}

function Report({ title, report }: { title: string; report: ImportReport }) {
  const added = Object.entries(report.addedLabels).filter(([, names]) => names.length > 0)
  return (
    <>
      <Note>
        <b>{title}</b>
        <p>
          {inThousands(report.created)} items get answers, {inThousands(report.merged)} are merged into
          answers that are there, {inThousands(report.skipped)} are left out.
        </p>
        {added.map(([task, names]) => (
          <p key={task}>
            New labels in {task}: {names.join(', ')}
          </p>
        ))}
      </Note>
      <ProblemList look="warn" problems={report.problems} most={20} />
    </>
  )
}
