import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import { classNames } from '../../../renderer/ui/class-names.ts'
import { useLooks } from '../../kit/view/use-looks.ts'
import type { Shape } from '../schema.ts'
import styles from './answer.module.css'
import { type Props, useBoxesState } from './boxes-state.ts'
import { measure } from './said.ts'

const ROW = 24
const FEWEST = 5

/** One row for each shape, the last drawn at the end; rows exist for what is in sight. Shift takes a row more. */
export function ShapeList(props: Props) {
  const { answer, scope } = props
  const state = useBoxesState(props)
  const looks = useLooks(props)
  const scroller = useRef<HTMLDivElement>(null)
  const { shapes } = answer
  const rows = useVirtualizer({
    count: shapes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: { width: 300, height: 400 }
  })
  const selected = useMemo(() => new Set(state.selected.map(shape => shape.id)), [state.selected])
  const shown = useMemo(() => new Set(state.visible), [state.visible])
  const first = state.selected[0]?.id
  useEffect(() => {
    const at = shapes.findIndex(shape => shape.id === first)
    if (at !== -1) rows.scrollToIndex(at)
    // Follows the selection, not every change of the list.
  }, [first])

  const take = (shape: Shape, event: MouseEvent) => {
    scope.take()
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return state.select([shape.id])
    const others = state.selected.map(each => each.id).filter(id => id !== shape.id)
    state.select(others.length < state.selected.length ? others : [...others, shape.id])
  }
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      // Beside tasks with many options some rows stay in sight.
      style={{ minHeight: Math.min(shapes.length, FEWEST) * ROW }}
    >
      <div
        className={styles.list}
        role="listbox"
        aria-label={props.task.title}
        aria-multiselectable
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(row => {
          const shape = shapes[row.index]
          if (shape === undefined) return null
          const look = shape.label === null ? undefined : looks(shape.label)
          return (
            <div
              key={shape.id}
              role="option"
              aria-selected={selected.has(shape.id)}
              aria-posinset={row.index + 1}
              aria-setsize={shapes.length}
              className={classNames(styles.row, !shown.has(shape) && styles.hidden)}
              style={{ transform: `translateY(${row.start}px)` }}
              title={look?.name}
              onClick={event => take(shape, event)}
            >
              {look === undefined ? (
                <LabelBadge color={0} text="?" open />
              ) : (
                <LabelBadge color={look.color} text={look.badge} two={[...look.badge].length > 1} onMedia />
              )}
              <span className={styles.name} dir="auto">
                {look?.name ?? 'No label yet'}
              </span>
              {shape.locked === true && <Icon name="lock" small label="locked" className="faint" />}
              {look === undefined && <Icon name="warn" small label="needs a label" className="warn-text" />}
              <span className={styles.size}>{measure(shape)}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
