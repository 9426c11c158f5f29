import { memo } from 'react'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import { classNames } from '../../../renderer/ui/class-names.ts'
import { nameOf } from '../../kit/labels.ts'
import type { Look } from '../../kit/view/looks.ts'
import type { Finding } from '../findings.ts'
import type { Config, Segment } from '../schema.ts'
import { clockTime } from './clock.ts'
import { LintedText } from './LintedText.tsx'
import { charactersPerSecond } from './steps.ts'
import styles from './table.module.css'

interface SegmentRowProps {
  readonly segment: Segment
  /** From 0. */
  readonly place: number
  readonly top: number
  readonly look: Look | undefined
  readonly config: Config
  readonly findings: readonly Finding[]
  /** Numbers of the segments that share time with it, from 1. */
  readonly overlaps: string
  readonly selected: boolean
  readonly current: boolean
  readonly withSpeaker: boolean
  readonly onTake: (id: string, many: boolean, text: boolean) => void
  /** In place of the text: the field that is typed in. */
  readonly field?: React.ReactNode
}

/** One segment in the table. The one in hand holds a text field. */
export const SegmentRow = memo(function SegmentRow(props: SegmentRowProps) {
  const {
    segment,
    place,
    top,
    look,
    config,
    findings,
    overlaps,
    selected,
    current,
    withSpeaker,
    onTake,
    field
  } = props
  const speed = charactersPerSecond(segment)
  const whole = findings.find(({ at, rule }) => at === undefined && rule !== 'empty')
  const take = (text: boolean) => (event: React.MouseEvent) =>
    onTake(segment.id, event.shiftKey || event.ctrlKey || event.metaKey, text)
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={selected}
      aria-current={current ? 'true' : undefined}
      data-row={place}
      className={classNames(styles.row, styles.columns, withSpeaker && styles.spoken)}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell" className={styles.number} onClick={take(false)}>
        {place + 1}
      </span>
      {withSpeaker && (
        <span role="cell" className={styles.speaker} onClick={take(false)} title={look?.name}>
          {look === undefined ? (
            <LabelBadge color={0} text="?" open />
          ) : (
            <LabelBadge color={look.color} text={look.badge} />
          )}
          <span className="cut" dir="auto">
            {look?.name ?? 'Nobody'}
          </span>
        </span>
      )}
      <span role="cell" className={styles.time} onClick={take(false)}>
        {clockTime(segment.start)}
      </span>
      <span role="cell" className={styles.time} onClick={take(false)}>
        {clockTime(segment.end)}
      </span>
      <span
        role="cell"
        className={classNames(styles.time, findings.some(({ rule }) => rule === 'speed') && 'warn-text')}
        onClick={take(false)}
      >
        {speed ?? ''}
      </span>
      <div role="cell" className={styles.text} onClick={field === undefined ? take(true) : undefined}>
        {field ?? (
          <span dir="auto">
            {segment.text === '' ? (
              <span className="faint">empty</span>
            ) : (
              <LintedText text={segment.text} findings={findings} />
            )}
          </span>
        )}
        {segment.kind !== undefined && (
          <span className={styles.tag}>{nameOf(config.kinds, segment.kind)}</span>
        )}
        {overlaps !== '' && <span className={styles.tag}>overlaps {overlaps}</span>}
        {whole !== undefined && <span className={classNames(styles.tag, 'warn-text')}>{whole.message}</span>}
      </div>
    </div>
  )
})
