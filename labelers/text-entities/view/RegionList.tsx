import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import { nesting } from './nesting.ts'
import styles from './regions.module.css'
import { type Props, useTextState } from './text-state.ts'
import { useLooks } from '../../kit/view/use-looks.ts'

const ROW = 24
const FEWEST = 5

/** Every span of the item in the order of the text, inner ones indented. Rows exist for what is in sight. */
export function RegionList(props: Props) {
  const { answer, scope } = props
  const state = useTextState(props)
  const looks = useLooks(props)
  const scroller = useRef<HTMLDivElement>(null)
  const depths = useMemo(() => nesting(answer.spans, 2), [answer.spans])
  const rows = useVirtualizer({
    count: answer.spans.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: { width: 300, height: 400 }
  })
  const selected = state.selected?.id
  const at = useMemo(() => answer.spans.findIndex(span => span.id === selected), [answer.spans, selected])
  useEffect(() => {
    if (at !== -1) rows.scrollToIndex(at)
    // Follows the selection, not every change of the list.
  }, [selected])

  if (answer.spans.length === 0)
    return (
      <p className={styles.empty}>
        {props.readOnly ? 'No entities.' : 'No entities yet. Select words and press a label’s key.'}
      </p>
    )
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      // Beside tasks with many options some rows stay in sight.
      style={{ minHeight: Math.min(answer.spans.length, FEWEST) * ROW }}
    >
      <div
        className={styles.list}
        role="listbox"
        aria-label={props.task.title}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(row => {
          const span = answer.spans[row.index]
          if (span === undefined) return null
          const look = looks(span.label)
          return (
            <div
              key={span.id}
              role="option"
              aria-selected={span.id === selected}
              aria-posinset={row.index + 1}
              aria-setsize={answer.spans.length}
              className={styles.row}
              data-depth={depths[row.index]}
              style={{ transform: `translateY(${row.start}px)` }}
              title={span.text}
              onClick={() => {
                scope.take()
                state.takeSpan(span)
              }}
            >
              <LabelBadge color={look.color} text={look.badge} two={[...look.badge].length > 1} />
              <span className={styles.text} dir="auto">
                {span.text.slice(0, 200)}
              </span>
              <span className={styles.name}>{look.name}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
