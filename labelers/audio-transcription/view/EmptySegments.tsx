import { Cap } from '../../../renderer/ui/Cap.tsx'
import styles from './tools.module.css'
import type { Props } from './transcript-state.ts'

/** In place of the table: how segments come about. */
export function EmptySegments({ answer, readOnly, scope }: Props) {
  if (answer.nothing === true)
    return (
      <div className={styles.empty}>
        <h2>Nobody speaks</h2>
        <p>That is what you said about this recording. The first segment takes it back.</p>
      </div>
    )
  if (readOnly)
    return (
      <div className={styles.empty}>
        <h2>No segments</h2>
        <p>Nothing was written down of this recording.</p>
      </div>
    )
  const ways = [
    ['segments.detect', 'finds speech, and shows it before it makes segments'],
    ['mark.in', 'begins a segment at the playhead'],
    ['mark.out', 'ends it there'],
    ['segment.enter', 'while playing: ends it and begins the next']
  ] as const
  return (
    <div className={styles.empty}>
      <h2>No segments yet</h2>
      <p>Draw one on the waveform, or let keys make them while you listen.</p>
      <dl className={styles.ways}>
        {ways.map(([binding, words]) => {
          const cap = scope.capOf(binding)
          return (
            <div key={binding} style={{ display: 'contents' }}>
              <dt>{cap !== undefined && <Cap keys={cap} off={!scope.acts(binding)} />}</dt>
              <dd>{words}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
