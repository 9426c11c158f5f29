import { useLayoutEffect, useRef } from 'react'
import { clockTime } from './clock.ts'
import type { Playback } from './playback.ts'
import { toPixels } from './time-window.ts'
import type { WaveWindow } from './wave-window.ts'
import styles from './waves.module.css'

/** The line at the time that is heard, moved every frame without React. */
export function Playhead({ playback, window }: { playback: Playback; window: WaveWindow }) {
  const line = useRef<HTMLDivElement>(null)
  const chip = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      const { shown, width } = window
      const x = toPixels(shown, width, playback.time)
      if (line.current === null || chip.current === null) return
      line.current.hidden = x < -0.5 || x > width + 0.5
      line.current.style.transform = `translateX(${x.toFixed(2)}px)`
      chip.current.textContent = clockTime(playback.time)
      chip.current.dataset['side'] = x > width - 70 ? 'left' : 'right'
    }
    place()
    const removals = [playback.onTime(place), window.subscribe(place)]
    return () => {
      for (const remove of removals) remove()
    }
  }, [playback, window])
  return (
    <div ref={line} className={styles.playhead} aria-hidden="true">
      <span ref={chip} />
    </div>
  )
}
