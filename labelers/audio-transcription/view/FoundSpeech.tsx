import { useSyncExternalStore } from 'react'
import type { SpeechPiece } from '../../kit/sound.ts'
import { toPixels } from './time-window.ts'
import type { WaveWindow } from './wave-window.ts'
import styles from './waves.module.css'

/** Where speech was found, over the waveform: nothing is made of it yet. Pieces a pixel apart are drawn as one. */
export function FoundSpeech({ window, pieces }: { window: WaveWindow; pieces: readonly SpeechPiece[] }) {
  const shown = useSyncExternalStore(window.subscribe, () => window.shown)
  const width = useSyncExternalStore(window.subscribe, () => window.width)
  const drawn: { left: number; right: number }[] = []
  for (const { start, end } of pieces) {
    if (end < shown.from || start > shown.to) continue
    const [left, right] = [toPixels(shown, width, start), toPixels(shown, width, end)]
    const before = drawn.at(-1)
    if (before !== undefined && left - before.right < 1) before.right = right
    else drawn.push({ left, right })
  }
  return (
    <div className={styles.found} aria-hidden="true">
      {drawn.map(({ left, right }, place) => (
        <i key={place} style={{ left, width: Math.max(1, right - left) }} />
      ))}
    </div>
  )
}
