import { useLayoutEffect, useRef } from 'react'
import type { Sound } from '../../kit/sound.ts'
import { halvesOf } from './peaks-halves.ts'
import { lengthOf, type TimeWindow, toPixels } from './time-window.ts'
import { useInk } from './use-ink.ts'
import type { WaveWindow } from './wave-window.ts'
import { hostedWave } from './wavesurfer-host.ts'
import styles from './waves.module.css'

interface WaveProps {
  readonly sound: Sound
  readonly window: WaveWindow
  /** 0 to 1: what fills the height. */
  readonly loudest: number
}

const HEIGHT = 104
const MOST_COLUMNS = 8192

/**
 * The waveform of what is shown, and of nothing else: wavesurfer keeps one value for each pixel of the whole zoomed file,
 * which at 10 ms for the width would be billions for an hour. So it is given the peaks of the window as if they were a
 * recording of that length. Until they come, what is drawn is moved and stretched to where it belongs.
 */
export function Wave({ sound, window, loudest }: WaveProps) {
  const host = useRef<HTMLDivElement>(null)
  const ink = useInk(host)
  useLayoutEffect(() => {
    const parent = host.current
    if (parent === null || ink === '') return
    const { surfer, element } = hostedWave({
      height: HEIGHT,
      waveColor: ink,
      progressColor: ink,
      cursorWidth: 0,
      interact: false,
      normalize: true,
      maxPeak: loudest,
      hideScrollbar: true
    })
    parent.replaceChildren(element)

    let drawn: TimeWindow | undefined
    let asking = false
    let stale = false
    let gone = false
    const place = () => {
      if (drawn === undefined) return
      const { shown, width } = window
      const left = toPixels(shown, width, drawn.from)
      const stretch = lengthOf(drawn) / lengthOf(shown)
      element.style.transform =
        Math.abs(left) < 0.01 && Math.abs(stretch - 1) < 1e-6
          ? ''
          : `translateX(${left}px) scaleX(${stretch})`
    }
    const ask = async () => {
      if (asking) {
        stale = true
        return
      }
      const { shown, width } = window
      const { state } = sound.state()
      if (width === 0 || state === 'opening' || state === 'broken') return
      asking = true
      const columns = Math.min(MOST_COLUMNS, Math.ceil(width * devicePixelRatio))
      const peaks = await sound.peaks(shown.from, shown.to, columns).catch(() => undefined)
      asking = false
      if (gone) return
      if (peaks !== undefined) {
        await surfer.load('', halvesOf(peaks), lengthOf(shown)).catch(() => undefined)
        drawn = shown
        place()
      }
      if (stale && !gone) {
        stale = false
        void ask()
      }
    }
    const moved = () => {
      place()
      void ask()
    }
    moved()
    const removals = [window.subscribe(moved), sound.subscribe(() => void ask())]
    return () => {
      gone = true
      for (const remove of removals) remove()
      surfer.destroy()
      element.remove()
    }
  }, [sound, window, ink, loudest])
  return <div ref={host} className={styles.wave} aria-hidden="true" />
}
