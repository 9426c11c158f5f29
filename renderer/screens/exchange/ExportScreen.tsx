import { useEffect, useState } from 'react'
import type { ExportReport, FormatInfo } from '../../../electron/api/contract.ts'
import type { FormatName } from '../../../labelers/kit/format.ts'
import type { Result } from '../../../schemas/schema.ts'
import { CommandCap, useCommands } from '../../shell/commands/react.tsx'
import { useDesk } from '../../shell/desk-context.tsx'
import { inThousands } from '../../shell/place-names.ts'
import { ProblemList } from '../../shell/ProblemList.tsx'
import { midSentence } from '../../state/missing.ts'
import type { LabelSession } from '../../state/label-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import page from '../page.module.css'
import { DroppedTable } from './DroppedTable.tsx'
import { FormatChoice } from './FormatChoice.tsx'
import { type ChosenOptions, chosenOf, OptionChoice } from './OptionChoice.tsx'
import { useFormats } from './use-formats.ts'

type Which = 'submitted' | 'all'

/** A format, the tasks it can carry, and before anything is written what would be left behind. */
export function ExportScreen({ session }: { session: LabelSession }) {
  const desk = useDesk()
  const formats = useFormats(session, format => format.exports)
  const [chosen, setChosen] = useState<FormatInfo | null>(null)
  const [status, setStatus] = useState<Which>('submitted')
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [options, setOptions] = useState<ChosenOptions>(new Map())
  const [preview, setPreview] = useState<Result<ExportReport> | null>(null)
  const [done, setDone] = useState<Result<ExportReport> | null>(null)
  const format = chosen ?? formats[0] ?? null
  const able = session.tasks.filter(task => format?.labeler === '' || task.labeler === format?.labeler)
  const tasks = (able.length === 0 ? session.tasks : able).map(task => task.id).filter(id => !off.has(id))
  const name = format?.format
  const wanted = JSON.stringify([name, status, tasks, chosenOf(format?.options ?? [], options)])

  useEffect(() => {
    if (name === undefined) return
    let stale = false
    setPreview(null)
    setDone(null)
    void session
      .flush()
      .then(() => desk.client.call('export.preview', inputOf(wanted)))
      .then(report => stale || setPreview(report))
    return () => {
      stale = true
    }
  }, [desk, session, name, wanted])

  const run = async () => {
    if (name === undefined) return
    const out = await desk.client.call('folder.pick', { title: 'Where to export to' })
    if (out === null) return
    setDone(await desk.client.call('export.run', { ...inputOf(wanted), out }))
  }
  useCommands([
    {
      id: 'export.run',
      title: 'Export',
      group: 'Export',
      scope: 'export',
      keys: ['Ctrl+Enter'],
      run: () => void run()
    },
    {
      id: 'export.leave',
      title: 'Back',
      group: 'Export',
      scope: 'export',
      keys: ['Escape'],
      run: () => desk.back()
    }
  ])
  const report = preview?.ok === true ? preview.value : null
  const dropped = report?.counts.dropped ?? 0
  return (
    <main className={page.page}>
      <div className={page.column}>
        <h1>Export</h1>
        <section className={page.section}>
          <h2>Format</h2>
          <FormatChoice formats={formats} chosen={format} onChoose={setChosen} />
        </section>
        {format !== null && format.options.length > 0 && (
          <OptionChoice options={format.options} chosen={options} onChoose={setOptions} />
        )}
        {able.length > 1 && (
          <section className={page.section}>
            <h2>Questions</h2>
            <div className={page.options}>
              {able.map(task => (
                <label key={task.id} className={page.option}>
                  <input
                    type="checkbox"
                    checked={!off.has(task.id)}
                    onChange={() => {
                      const next = new Set(off)
                      if (!next.delete(task.id)) next.add(task.id)
                      setOff(next)
                    }}
                  />
                  <span>{task.title}</span>
                </label>
              ))}
            </div>
          </section>
        )}
        <section className={page.section}>
          <h2>Items</h2>
          <div className={page.options} role="radiogroup" aria-label="Which items">
            <Radio
              title="Submitted items"
              checked={status === 'submitted'}
              onChoose={() => setStatus('submitted')}
            />
            <Radio
              title="Every item with an answer"
              checked={status === 'all'}
              onChoose={() => setStatus('all')}
            />
          </div>
        </section>
        <section className={page.section} aria-live="polite">
          <h2>What will be written</h2>
          {format !== null && format.cannotCarry !== '' && (
            <p className="dim">Not carried: {midSentence(format.cannotCarry)}</p>
          )}
          {preview === null && <p className="dim">Counting…</p>}
          {preview?.ok === false && (
            <ProblemList title="This cannot be exported." problems={preview.problems} />
          )}
          {report !== null && (
            <p>
              {counted(report.counts.in, session.store.getState().items, status)}
              {dropped === 0 && report.counts.in > 0 && ' Nothing is left behind.'}
            </p>
          )}
          {report !== null && dropped > 0 && (
            <>
              <Note look="warn">
                <b>{leftBehind(report.dropped)}</b>
              </Note>
              <DroppedTable dropped={report.dropped} />
            </>
          )}
        </section>
        {done?.ok === false && (
          <ProblemList title="The export failed; nothing was replaced." problems={done.problems} />
        )}
        {done?.ok === true && (
          <Note>
            <b>
              Exported {inThousands(done.value.counts.out)} {done.value.counts.out === 1 ? 'item' : 'items'}{' '}
              to {done.value.out}
            </b>
            <p className="mono">{namesOf(done.value.files)}</p>
            <Button look="link" onClick={() => void desk.client.call('folder.reveal', { which: 'export' })}>
              Show the folder
            </Button>
          </Note>
        )}
        <div className={page.acts}>
          <Button look={report === null ? 'wait' : 'primary'} onClick={() => void run()}>
            {dropped === 0 ? 'Export' : `Export without the ${inThousands(dropped)}`}{' '}
            <CommandCap id="export.run" />
          </Button>
          <Button look="quiet" onClick={() => desk.back()}>
            Back <CommandCap id="export.leave" />
          </Button>
          <span className="grow" />
          <Button look="quiet" onClick={() => desk.show('import')}>
            Import instead <CommandCap id="app.import" />
          </Button>
        </div>
      </div>
    </main>
  )
}

/** `1 of 25 items has a submitted answer.` Several people may have given more answers than there are items. */
function counted(answers: number, items: number, status: Which): string {
  const [some, one] =
    status === 'submitted' ? ['submitted answers', 'a submitted answer'] : ['answers', 'an answer']
  if (answers > items) return `${inThousands(answers)} ${some} to ${inThousands(items)} items.`
  return `${inThousands(answers)} of ${inThousands(items)} items ${answers === 1 ? 'has' : 'have'} ${one}.`
}

interface Wanted {
  readonly format: FormatName
  readonly status: Which
  readonly tasks: string[]
  readonly options: { name: string; value: string }[]
}

function inputOf(wanted: string): Wanted {
  const [format, status, tasks, options] = JSON.parse(wanted) as [
    Wanted['format'],
    Wanted['status'],
    Wanted['tasks'],
    Wanted['options']
  ]
  return { format, status, tasks, options }
}

/** As many names of files as one can take in: clips of recordings are thousands. */
function namesOf(files: readonly string[]): string {
  const more = files.length - MOST_NAMES
  return more > 0
    ? `${files.slice(0, MOST_NAMES).join(' · ')} and ${inThousands(more)} more`
    : files.join(' · ')
}

const MOST_NAMES = 12

function Radio({ title, checked, onChoose }: { title: string; checked: boolean; onChoose: () => void }) {
  return (
    <label className={page.option}>
      <input type="radio" name="which" checked={checked} onChange={onChoose} />
      <span>{title}</span>
    </label>
  )
}

/** One answer can leave several things behind, each with a reason of its own. */
function leftBehind(dropped: ExportReport['dropped']): string {
  const answers = new Set(dropped.map(({ item, task, annotator }) => JSON.stringify([item, task, annotator])))
  const things = `${inThousands(dropped.length)} ${dropped.length === 1 ? 'thing' : 'things'}`
  const within = `${inThousands(answers.size)} ${answers.size === 1 ? 'answer' : 'answers'}`
  return `${things} in ${within} cannot be carried by this format.`
}
