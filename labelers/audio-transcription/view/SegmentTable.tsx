import { useCallback, useEffect, useMemo, useRef } from 'react'
import { classNames } from '../../../renderer/ui/class-names.ts'
import { useLatest } from '../../kit/view/use-latest.ts'
import { findingsOf } from '../findings.ts'
import type { Segment } from '../schema.ts'
import { overlapping } from '../segments.ts'
import { SegmentRow } from './SegmentRow.tsx'
import styles from './table.module.css'
import { TextField } from './TextField.tsx'
import type { TextCaret } from './text-caret.ts'
import type { Props, TranscriptState } from './transcript-state.ts'
import { useLooks } from './use-looks.ts'
import { useRows } from './use-rows.ts'

interface SegmentTableProps {
  readonly props: Props
  readonly state: TranscriptState
  readonly caret: TextCaret
  readonly onTyping: (typing: boolean) => void
  /** A row was clicked: the playhead goes there. */
  readonly onTake: (segment: Segment) => void
}

/** Pixels of a row of one line, and of every further line. */
const ROW = 36
const LINE = 24
/** Pixels beside the text, and of a letter: for rows nobody has seen yet. */
const BESIDE = 350
const LETTER = 7.4

/** Every segment with its times and its text; rows exist for what is in sight. */
export function SegmentTable({ props, state, caret, onTyping, onTake }: SegmentTableProps) {
  const { answer, config, readOnly } = props
  const { segments } = answer
  const looks = useLooks(props)
  const scroller = useRef<HTMLDivElement>(null)
  const ids = useMemo(() => segments.map(({ id }) => id), [segments])
  const { total, drawn, reveal } = useRows(scroller, ids, (place, width) => {
    const lines = Math.ceil(
      (((segments[place]?.text.length ?? 0) + 1) * LETTER) / Math.max(100, width - BESIDE)
    )
    return ROW + (Math.max(1, lines) - 1) * LINE
  })
  const selected = useMemo(() => new Set(state.selected.map(({ id }) => id)), [state.selected])
  const { at, current } = state
  useEffect(() => {
    if (at !== -1) reveal(at)
    // Follows the segment in hand, not every change of the list.
  }, [current?.id, reveal])

  const latest = useLatest({ state, segments, onTake })
  const take = useCallback(
    (id: string, many: boolean, text: boolean) => {
      const { state, segments, onTake } = latest.current
      const taken = state.selected.map(each => each.id)
      if (many) return state.select(taken.includes(id) ? taken.filter(each => each !== id) : [...taken, id])
      state.select([id])
      const segment = segments.find(each => each.id === id)
      if (segment !== undefined) onTake(segment)
      if (text) state.type(id)
    },
    [latest]
  )
  const withSpeaker = config.labels.length > 0 || segments.some(({ speaker }) => speaker !== null)
  return (
    <div
      className={styles.table}
      role="table"
      aria-label={props.task.title}
      aria-rowcount={segments.length + 1}
    >
      <div
        role="row"
        aria-rowindex={1}
        className={classNames(styles.head, styles.columns, withSpeaker && styles.spoken)}
      >
        <span role="columnheader" className={styles.number}>
          #
        </span>
        {withSpeaker && <span role="columnheader">Speaker</span>}
        <span role="columnheader" className={styles.time}>
          Start
        </span>
        <span role="columnheader" className={styles.time}>
          End
        </span>
        <span role="columnheader" className={styles.time} title="Characters per second">
          c/s
        </span>
        <span role="columnheader">Text</span>
      </div>
      <div ref={scroller} className={styles.scroller} role="rowgroup" tabIndex={0}>
        <div className={styles.rows} style={{ height: total }} role="presentation">
          {drawn.map(({ place, top }) => {
            const segment = segments[place]
            if (segment === undefined) return null
            const inHand = place === at
            const findings = findingsOf(segment, config)
            return (
              <SegmentRow
                key={segment.id}
                segment={segment}
                place={place}
                top={top}
                look={segment.speaker === null ? undefined : looks(segment.speaker)}
                config={config}
                findings={findings}
                overlaps={overlapsOf(segments, segment)}
                selected={selected.has(segment.id)}
                current={inHand}
                withSpeaker={withSpeaker}
                onTake={take}
                field={
                  inHand && !readOnly ? (
                    <TextField
                      key={segment.id}
                      props={props}
                      state={state}
                      segment={segment}
                      findings={findings}
                      place={place}
                      caret={caret}
                      onTyping={onTyping}
                    />
                  ) : undefined
                }
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Numbers of the segments that share time with this one, the first two. */
function overlapsOf(segments: readonly Segment[], segment: Segment): string {
  const others = overlapping(segments, segment).filter(other => other !== segment)
  return others
    .slice(0, 2)
    .map(other => segments.indexOf(other) + 1)
    .join(', ')
}
