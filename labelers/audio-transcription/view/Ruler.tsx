import { useSyncExternalStore } from 'react'
import { ticksOf } from './ruler-ticks.ts'
import type { WaveWindow } from './wave-window.ts'
import styles from './waves.module.css'

/** Round times above the waveform. The timeline of wavesurfer counts from its left edge, which is no round time here. */
export function Ruler({ window }: { window: WaveWindow }) {
  const shown = useSyncExternalStore(window.subscribe, () => window.shown)
  const width = useSyncExternalStore(window.subscribe, () => window.width)
  return (
    <div className={styles.ruler} aria-hidden="true">
      {ticksOf(shown, width).map(({ time, x, text }) => (
        <span key={time} style={{ left: x }}>
          {text}
        </span>
      ))}
    </div>
  )
}
