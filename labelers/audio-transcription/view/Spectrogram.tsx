import { useLayoutEffect, useRef, useState } from 'react'
import SpectrogramPlugin from 'wavesurfer.js/dist/plugins/spectrogram.js'
import type { Sound } from '../../kit/sound.ts'
import { lengthOf } from './time-window.ts'
import { useInk } from './use-ink.ts'
import type { WaveWindow } from './wave-window.ts'
import { hostedWave } from './wavesurfer-host.ts'
import styles from './waves.module.css'

const HEIGHT = 96
/** Seconds: what a recording gives at once, and more than can be made out in a window's width. */
const LONGEST = 60
/** Hz. Speech has little above half of it. */
const RATE = 16_000

/**
 * Which frequencies are heard in the window that is shown. Wavesurfer's spectrogram reads what its wavesurfer decoded: that
 * is given the samples of the window as if they were a whole recording, and goes again with it.
 */
export function Spectrogram({ sound, window }: { sound: Sound; window: WaveWindow }) {
  const host = useRef<HTMLDivElement>(null)
  const ink = useInk(host)
  const [problem, setProblem] = useState<string>()
  useLayoutEffect(() => {
    const parent = host.current
    if (parent === null || ink === '') return
    const isDark = (ink.match(/\d+/g) ?? []).slice(0, 3).every(part => Number(part) > 127)
    let end = () => {}
    let asking = false
    let stale = false
    let gone = false
    const draw = async () => {
      if (asking) {
        stale = true
        return
      }
      const { shown } = window
      const length = lengthOf(shown)
      if (length > LONGEST) {
        setProblem('Zoom in to a minute or less to see the spectrogram.')
        return
      }
      asking = true
      const samples = await sound.samples(shown.from, shown.to, RATE).catch(() => undefined)
      asking = false
      if (gone) return
      const values = samples?.values
      if (values === undefined || values.length < 64) setProblem('There is nothing to be seen here.')
      else {
        setProblem(undefined)
        const before = end
        const element = document.createElement('div')
        const { surfer } = hostedWave({
          height: 0,
          interact: false,
          peaks: [values],
          duration: length,
          plugins: [
            SpectrogramPlugin.create({
              container: element,
              height: HEIGHT,
              labels: false,
              fftSamples: values.length < 2048 ? 64 : 512,
              colorMap: isDark ? 'gray' : 'igray',
              scale: 'mel'
            })
          ]
        })
        parent.append(element)
        end = () => {
          surfer.destroy()
          element.remove()
        }
        surfer.once('redrawcomplete', before)
      }
      if (stale) {
        stale = false
        void draw()
      }
    }
    void draw()
    const remove = window.subscribe(() => void draw())
    return () => {
      gone = true
      remove()
      end()
      parent.replaceChildren()
    }
  }, [sound, window, ink])
  return (
    <div className={styles.spectrogram} aria-hidden="true">
      <div ref={host} hidden={problem !== undefined} />
      {problem !== undefined && <p>{problem}</p>}
    </div>
  )
}
