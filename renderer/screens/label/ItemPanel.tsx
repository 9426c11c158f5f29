import { CommandCap, useRegistry } from '../../shell/commands/react.tsx'
import { ProblemList } from '../../shell/ProblemList.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { lengthInWords, sizeInWords, soundInWords } from '../../state/media-words.ts'
import type { Entry } from '../../state/session-state.ts'
import { Centre } from './Centre.tsx'
import { DamagedLabel } from './DamagedLabel.tsx'
import { EmptyProject } from './EmptyQueue.tsx'
import styles from './ItemPanel.module.css'
import { ItemNotes } from './ItemNotes.tsx'
import { MissingAll, MissingNote } from './MissingData.tsx'
import { ToastLine } from './ToastLine.tsx'
import { useSession, useSessionState } from './use-session.ts'

/** The item: the only pure surface, the largest type and the widest column. */
export function ItemPanel() {
  const entry = useSessionState(state => state.entry)
  const position = useSessionState(state => state.position)
  const problems = useSessionState(state => state.openProblems)
  const items = useSessionState(state => state.items)
  const { missing } = useSession().summary
  const waiting = entry !== null && entry.opened.position !== position
  return (
    <main className={styles.item} aria-busy={waiting || (entry === null && problems.length === 0)}>
      <ItemHead entry={entry} />
      <ItemNotes />
      <MissingNote />
      {problems.length > 0 && (
        <div className={styles.pad}>
          <ProblemList title="This item could not be opened." problems={problems} />
        </div>
      )}
      {items === 0 && (missing.length === 0 ? <EmptyProject /> : <MissingAll />)}
      {entry !== null && entry.opened.damaged !== undefined && <DamagedLabel entry={entry} />}
      {entry !== null && entry.opened.damaged === undefined && <Centre entry={entry} />}
      <ToastLine />
    </main>
  )
}

function ItemHead({ entry }: { entry: Entry | null }) {
  const session = useSession()
  const registry = useRegistry()
  const kinds = session.summary.project.fields.map(field => field.kind)
  return (
    <div className={styles.head}>
      <h1 className="cut" dir="auto" title={entry?.item.id}>
        {entry?.item.id ?? ''}
      </h1>
      {entry !== null && (
        <span className={`${styles.what} cut`}>{sizeOf(entry) ?? [...new Set(kinds)].join(', ')}</span>
      )}
      {entry?.state.unsure === true && (
        <span className={styles.mark}>
          <Icon name="info" small />
          unsure
        </span>
      )}
      <span className="grow" />
      <Button look="quiet" small onClick={() => registry.run('item.previous')}>
        Previous <CommandCap id="item.previous" />
      </Button>
      <Button look="quiet" small onClick={() => registry.run('item.next')}>
        Next <CommandCap id="item.next" />
      </Button>
    </div>
  )
}

/** Of an item that is one image: pixels as displayed. Of one recording: how long it is, and what it is made of. */
function sizeOf({ item }: Entry): string | undefined {
  const [media, more] = Object.values(item.media ?? {})
  if (media === undefined || more !== undefined) return undefined
  const length = lengthInWords(media)
  if (length === undefined) return sizeInWords(media)
  return [length, soundInWords(media)].filter(part => part !== '').join(' · ')
}
