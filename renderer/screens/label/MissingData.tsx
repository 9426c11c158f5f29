import type { MissingSource } from '../../../electron/api/contract.ts'
import { useDesk, useDeskState } from '../../shell/desk-context.tsx'
import { ProblemList } from '../../shell/ProblemList.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import styles from './EmptyQueue.module.css'
import notes from './ItemNotes.module.css'
import { useSession, useSessionState } from './use-session.ts'

/** Above the items of other sources: what of the data is not where it was, and the offer to say where it is. */
export function MissingNote() {
  const { missing } = useSession().summary
  const items = useSessionState(state => state.items)
  if (missing.length === 0 || items === 0) return null
  return (
    <div className={notes.pad}>
      {missing.map(source => (
        <Note key={source.path} look="warn">
          <Gone source={source} />
          <span className={notes.acts}>
            <Choose source={source} />
          </span>
        </Note>
      ))}
      <Refused />
    </div>
  )
}

/** In place of the item, where all of the data is gone. */
export function MissingAll() {
  const { missing } = useSession().summary
  return (
    <div className={styles.void}>
      <Icon name="folder" />
      {missing.map(source => (
        <div key={source.path} className={styles.one}>
          <Gone source={source} />
          <Choose source={source} />
        </div>
      ))}
      <Refused />
    </div>
  )
}

function Gone({ source: { path } }: { source: MissingSource }) {
  return (
    <>
      <b>The data is not where it was</b>
      <p>
        There is no <span className="mono">{path}</span> in the project folder. The answers are kept.
      </p>
    </>
  )
}

function Choose({ source }: { source: MissingSource }) {
  const desk = useDesk()
  const { readOnly } = useSession().summary
  if (readOnly !== undefined) return null
  return (
    <Button small onClick={() => void desk.relink(source)}>
      Choose where it is now…
    </Button>
  )
}

/** Why what was chosen is not it. */
function Refused() {
  return <ProblemList title="It was not taken." problems={useDeskState(state => state.problems)} />
}
