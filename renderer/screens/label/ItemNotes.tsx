import { CommandCap } from '../../shell/commands/react.tsx'
import { useDesk, useDeskState } from '../../shell/desk-context.tsx'
import { ProblemList } from '../../shell/ProblemList.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import { CopyNote } from './CopyNote.tsx'
import styles from './ItemNotes.module.css'
import { timeOfDay } from './time-of-day.ts'
import { useSession, useSessionState } from './use-session.ts'

/** What is so and must be known, above the item: read-only, not saved, in conflict, changed since it was labelled. */
export function ItemNotes() {
  const session = useSession()
  const entry = useSessionState(state => state.entry)
  const conflict = useSessionState(state => state.conflict)
  const readOnly = session.summary.readOnly ?? entry?.opened.readOnly
  return (
    <>
      {readOnly !== undefined && (
        <div className={styles.banner} role="status">
          <Icon name="lock" small />
          <span>
            <b>Read-only.</b> {readOnly} You can read and export it all; nothing will be changed.
          </span>
        </div>
      )}
      <NotSaved />
      {conflict !== null && (
        <div className={styles.pad}>
          <Note look="warn">
            <b>The answers of {conflict.id} were changed on disk meanwhile</b>, by another program or another
            window. Nothing was overwritten. Which should stay?
            <span className={styles.acts}>
              <Button small onClick={() => void session.resolveConflict('mine')}>
                Mine <CommandCap id="conflict.mine" />
              </Button>
              <Button small onClick={() => void session.resolveConflict('disk')}>
                What is on disk <CommandCap id="conflict.disk" />
              </Button>
            </span>
          </Note>
        </div>
      )}
      <CopyNote />
      {entry !== null && entry.opened.problems.length > 0 && (
        <div className={styles.pad}>
          <ProblemList look="warn" problems={entry.opened.problems} most={3} />
        </div>
      )}
    </>
  )
}

function NotSaved() {
  const session = useSession()
  const desk = useDesk()
  const save = useSessionState(state => state.save)
  const stuck = useDeskState(state => state.stuck)
  const problems = useDeskState(state => state.problems)
  const conflict = useSessionState(state => state.conflict)
  if (save.unsaved === 0 || conflict !== null) return null
  const answers = save.unsaved === 1 ? 'Your last answer is' : `Your last ${save.unsaved} answers are`
  return (
    <div className={styles.pad}>
      <Note look="bad">
        <b>Not saved.</b> {save.problems[0]?.message} {answers} safe in memory, and the files on disk are as
        they were
        {save.savedAt !== null && ` at ${timeOfDay(save.savedAt)}`}. Trying again every 10 seconds.
        {problems.length > 0 && <p className="bad-text">{problems[0]?.message}</p>}
        {stuck > 0 && <p>The window stays open, because closing it now would lose them.</p>}
        <span className={styles.acts}>
          <Button small onClick={() => session.retry()}>
            Retry <CommandCap id="item.submitStay" />
          </Button>
          <Button small look="quiet" onClick={() => void desk.rescue()}>
            Save a copy elsewhere
          </Button>
          {stuck > 0 && (
            <Button small look="quiet" onClick={() => void desk.closeAnyway()}>
              Close and lose {save.unsaved}
            </Button>
          )}
        </span>
      </Note>
    </div>
  )
}
