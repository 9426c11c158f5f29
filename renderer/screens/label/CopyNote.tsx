import type { CopySide, ShownCopy } from '../../../electron/api/contract.ts'
import type { Task } from '../../../schemas/project.ts'
import { CommandCap, useRegistry } from '../../shell/commands/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { statusNames } from '../../ui/status-names.ts'
import styles from './CopyNote.module.css'
import notes from './ItemNotes.module.css'
import { dayAndTime } from './time-of-day.ts'
import { useSession, useSessionState } from './use-session.ts'

/** A sync service left a second file of these answers: what each says, and which should stay. One copy after another. */
export function CopyNote() {
  const session = useSession()
  const registry = useRegistry()
  const copies = useSessionState(state => state.entry?.opened.copies)
  const [copy, ...others] = copies ?? []
  if (copy === undefined) return null
  const readOnly = session.summary.readOnly !== undefined
  return (
    <div className={notes.pad}>
      <Note look="warn">
        <b>There is a second file of these answers.</b> {copy.made}{' '}
        <span className={styles.file}>{copy.file.slice(copy.file.lastIndexOf('/') + 1)}</span>
        <Compared copy={copy} tasks={session.tasks} />
        {!readOnly && (
          <span className={notes.acts}>
            {copy.problem === undefined && (
              <Button small onClick={() => registry.run('copy.take')}>
                Take the copy <CommandCap id="copy.take" />
              </Button>
            )}
            <Button small onClick={() => registry.run('copy.aside')}>
              Set the copy aside <CommandCap id="copy.aside" />
            </Button>
            <span className={styles.hint}>
              Nothing is deleted.
              {others.length > 0 &&
                ` ${others.length === 1 ? '1 more copy' : `${others.length} more copies`} after this one.`}
            </span>
          </span>
        )}
      </Note>
    </div>
  )
}

function Compared({ copy, tasks }: { copy: ShownCopy; tasks: readonly Task[] }) {
  if (copy.problem !== undefined) return <p>It cannot be read: {copy.problem.message}</p>
  if (copy.copy === undefined) return null
  if (copy.same === true) return <p>Both say the same.</p>
  const rows = [
    ['Status', word(copy.here, side => statusNames[side.status]), statusNames[copy.copy.status]],
    ...tasks.map((task, place) => [
      task.title,
      word(copy.here, side => side.answers[place] ?? 'no answer'),
      copy.copy?.answers[place] ?? 'no answer'
    ]),
    ['Comments', word(copy.here, side => String(side.comments)), String(copy.copy.comments)],
    ['Saved', word(copy.here, side => dayAndTime(side.savedAt)), dayAndTime(copy.copy.savedAt)]
  ]
  return (
    <table className={styles.compared}>
      <thead>
        <tr>
          <td />
          <th scope="col">Here</th>
          <th scope="col">In the copy</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, here, there]) => (
          <tr key={name} className={here === there ? styles.same : undefined}>
            <th scope="row">{name}</th>
            <td>{here}</td>
            <td>{there}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Without a label file beside the copy there is nothing here. */
function word(side: CopySide | null | undefined, say: (side: CopySide) => string): string {
  return side === null || side === undefined ? '–' : say(side)
}
