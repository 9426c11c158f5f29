import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Cap } from '../../../../renderer/ui/Cap.tsx'
import { useWidth } from '../../../../renderer/ui/use-width.ts'
import type { Seconds } from '../../../kit/seconds.ts'
import type { Sound } from '../../../kit/sound.ts'
import { frequencyTicks } from './mel.ts'
import { paint, paintAnew } from './paint.ts'
import styles from './spectrogram.module.css'
import { LONGEST, SpectrogramReader } from './spectrogram-reader.ts'
import { useThemeChange } from './use-theme-change.ts'

interface SpectrogramProps {
  readonly sound: Sound
  /** The stretch of the recording that is in sight. */
  readonly shown: { readonly from: Seconds; readonly to: Seconds }
  /** The key that zooms in, for whoever sees too much at once. */
  readonly zoomKey?: string | undefined
}

/** Pixels, as in spectrogram.module.css. */
const HEIGHT = 128
/** Pixels that a frequency needs beside the next one. */
const APART = 18
const MOST_COLUMNS = 2048

/**
 * Which frequencies are strong when, on the time axis of the waveform: as wide as what it stands in, its ruler left of
 * itself. A picture that is not of the stretch in sight yet is shown where it belongs, until the next one comes.
 */
export function Spectrogram({ sound, shown, zoomKey }: SpectrogramProps) {
  const { from, to } = shown
  const { state } = useSyncExternalStore(sound.subscribe, sound.state)
  const [outer, width] = useWidth<HTMLDivElement>(0)
  const canvas = useRef<HTMLCanvasElement>(null)
  const reader = useRef<SpectrogramReader>(null)
  const [drawn, setDrawn] = useState<{ from: number; to: number; top: number }>()
  const tooLong = to - from > LONGEST

  useEffect(() => {
    const mine = new SpectrogramReader(sound, picture => {
      if (canvas.current !== null) paint(canvas.current, picture, inkOf(canvas.current))
      setDrawn(picture)
    })
    reader.current = mine
    setDrawn(undefined)
    return () => mine.close()
  }, [sound])
  const readable = state !== 'opening' && state !== 'broken' && width > 0 && !tooLong
  useEffect(() => {
    if (readable) reader.current?.show({ from, to, columns: Math.min(width, MOST_COLUMNS), rows: HEIGHT })
  }, [sound, readable, from, to, width])
  useThemeChange(() => {
    if (canvas.current !== null && drawn !== undefined) paintAnew(canvas.current, inkOf(canvas.current))
  })

  const share = (time: number) => `${((time - from) / (to - from)) * 100}%`
  return (
    <div className={styles.outer} role="img" aria-label="Spectrogram">
      {drawn !== undefined && !tooLong && <Ruler top={drawn.top} />}
      <div ref={outer} className={styles.view}>
        <canvas
          ref={canvas}
          className={styles.picture}
          hidden={drawn === undefined || tooLong}
          style={
            drawn === undefined
              ? undefined
              : { left: share(drawn.from), width: `${((drawn.to - drawn.from) / (to - from)) * 100}%` }
          }
        />
        <Instead state={state} tooLong={tooLong} drawn={drawn !== undefined} zoomKey={zoomKey} />
      </div>
    </div>
  )
}

function Ruler({ top }: { readonly top: number }) {
  return (
    <div className={styles.ruler} aria-hidden="true">
      {frequencyTicks(top, APART / HEIGHT).map(({ height, text }) => (
        <span key={text} style={{ bottom: `${height * 100}%` }}>
          {text}
        </span>
      ))}
      <em>Hz</em>
    </div>
  )
}

interface InsteadProps {
  readonly state: ReturnType<Sound['state']>['state']
  readonly tooLong: boolean
  readonly drawn: boolean
  readonly zoomKey: string | undefined
}

/** What is said where there is no picture. Why a recording is broken is said once, where its waveform would be. */
function Instead({ state, tooLong, drawn, zoomKey }: InsteadProps) {
  if (state === 'broken')
    return <p className={styles.instead}>No spectrogram: the recording cannot be read.</p>
  if (tooLong)
    return (
      <p className={styles.instead}>
        The spectrogram shows a minute at most. Zoom in{zoomKey === undefined ? '' : ' '}
        {zoomKey !== undefined && <Cap keys={zoomKey} />}
        {zoomKey === undefined ? '.' : ''}
      </p>
    )
  return drawn ? null : <p className={styles.instead}>Drawing the spectrogram …</p>
}

function inkOf(canvas: HTMLCanvasElement): string {
  return getComputedStyle(canvas).color
}
