import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '../../../renderer/ui/class-names.ts'
import { useFixedRows } from '../../../renderer/ui/use-fixed-rows.ts'
import styles from './row-list.module.css'

/** Pixels, as in row-list.module.css. */
const ROW = 24
/** Beside tasks with many options some rows stay in sight. */
const FEWEST = 5

/** How one thing of an answer looks in the list. */
export interface Row {
  /** For the mouse: what is cut off. */
  readonly title?: string | undefined
  /** Inside how many others it lies; from two on all are indented the same. */
  readonly depth?: number
  /** It is not shown in the item at the moment. */
  readonly struck?: boolean
  /** At the left end. */
  readonly badge: ReactNode
  /** What a person said or wrote, in its own direction of writing; as much as there is room for. */
  readonly text: string
  /** Between text and note. */
  readonly marks?: ReactNode
  /** At the right end, in grey. */
  readonly note: string
}

interface RowListProps<Thing> {
  /** What the list is called where it cannot be seen. */
  readonly name: string
  /** Spans, shapes or segments in the order of the list. */
  readonly things: readonly Thing[]
  readonly rowOf: (thing: Thing, place: number) => Row
  readonly selected: ReadonlySet<string>
  /** Several can be selected at once. */
  readonly several?: boolean
  readonly onTake: (thing: Thing, event: MouseEvent) => void
}

/**
 * Every thing of an answer in a row of its own. Rows exist for what is in sight, so that there may be any number, and the
 * first selected one is brought into sight when it becomes another.
 */
export function RowList<Thing extends { readonly id: string }>(props: RowListProps<Thing>) {
  const { name, things, rowOf, selected, several = false, onTake } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { height, rows, reveal } = useFixedRows(scroller, things.length, ROW)
  const [first] = selected
  useEffect(() => {
    const place = things.findIndex(thing => thing.id === first)
    if (place !== -1) reveal(place)
    // Follows the selection, not every change of the list.
  }, [first])
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={{ minHeight: Math.min(things.length, FEWEST) * ROW }}
    >
      <div
        className={styles.list}
        role="listbox"
        aria-label={name}
        aria-multiselectable={several}
        style={{ height }}
      >
        {rows.map(({ place, top, slot }) => {
          const thing = things[place]
          if (thing === undefined) return null
          const { title, depth = 0, struck = false, badge, text, marks, note } = rowOf(thing, place)
          return (
            <div
              key={slot}
              role="option"
              aria-selected={selected.has(thing.id)}
              aria-posinset={place + 1}
              aria-setsize={things.length}
              className={classNames(styles.row, struck && styles.struck)}
              data-depth={Math.min(depth, 2)}
              style={{ transform: `translateY(${top}px)` }}
              title={title}
              onClick={event => onTake(thing, event)}
            >
              {badge}
              <span className={styles.text} dir="auto">
                {text}
              </span>
              {marks}
              <span className={styles.note}>{note}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
