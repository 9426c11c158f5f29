import type { Seconds } from '../../../kit/seconds.ts'
import type { SpeechPiece } from '../../../kit/sound.ts'
import { overlapping } from '../../segments.ts'
import styles from './speech.module.css'

interface SpeechPreviewProps {
  readonly pieces: readonly SpeechPiece[]
  /** The stretch of the recording that is in sight. */
  readonly shown: { readonly from: Seconds; readonly to: Seconds }
}

/** Units of the drawing from the left edge to the right one. */
const WIDE = 10_000

/** Where segments would be made: fills the element it stands in, which is a time axis of this stretch. */
export function SpeechPreview({ pieces, shown: { from, to } }: SpeechPreviewProps) {
  const x = (time: number) => Math.round(((time - from) / (to - from)) * WIDE)
  const path = overlapping(pieces, { start: from, end: to })
    .map(({ start, end }) => `M${x(start)} 0V1H${x(end)}V0z`)
    .join('')
  return (
    <svg className={styles.preview} viewBox={`0 0 ${WIDE} 1`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
