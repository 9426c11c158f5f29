import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Sound, SpeechPiece } from '../../kit/sound.ts'
import { useLooks } from './use-looks.ts'
import { stretchOf } from './drag.ts'
import { Overview } from './Overview.tsx'
import { Playhead } from './Playhead.tsx'
import type { Playback } from './playback.ts'
import { Ruler } from './Ruler.tsx'
import { SpeechPreview } from './speech/SpeechPreview.tsx'
import { Spectrogram } from './spectrogram/Spectrogram.tsx'
import { tiersOf } from './tiers.ts'
import { Tiers } from './Tiers.tsx'
import { toPixels } from './time-window.ts'
import type { Props, TranscriptState } from './transcript-state.ts'
import { useAxisPointer } from './use-axis-pointer.ts'
import { Wave } from './Wave.tsx'
import type { WaveWindow } from './wave-window.ts'
import styles from './waves.module.css'

interface WavesProps {
  readonly props: Props
  readonly state: TranscriptState
  readonly sound: Sound
  readonly media: HTMLAudioElement
  readonly playback: Playback
  readonly window: WaveWindow
  /** Where speech was found and nothing is made of it yet. */
  readonly pieces: readonly SpeechPiece[] | undefined
  readonly spectrogram: boolean
}

/** Overview, ruler, waveform and speakers on one axis of time. */
export function Waves(waves: WavesProps) {
  const { props, state, sound, media, playback, window, pieces, spectrogram } = waves
  const { answer, config, scope } = props
  const shown = useSyncExternalStore(window.subscribe, () => window.shown)
  const looks = useLooks(props)
  const [axis, setAxis] = useState<HTMLDivElement | null>(null)
  const [loudest, setLoudest] = useState(1)
  const tiers = useMemo(() => tiersOf(answer.segments, config), [answer.segments, config])
  const selected = useMemo(() => new Set(state.selected.map(({ id }) => id)), [state.selected])
  const drag = useAxisPointer(axis, { props, state, playback, window })
  useLayoutEffect(() => {
    if (axis === null) return
    const measure = () => window.setWidth(Math.floor(axis.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(axis)
    return () => observer.disconnect()
  }, [axis, window])
  const stretch = drag === undefined ? state.current : stretchOf(drag)
  return (
    <>
      <Overview
        sound={sound}
        media={media}
        window={window}
        segments={answer.segments}
        tiers={tiers}
        looks={looks}
        onLoudest={setLoudest}
      />
      <div className={styles.waves}>
        <div ref={setAxis} className={styles.axis} data-axis="">
          <Ruler window={window} />
          {stretch !== undefined && (
            <Highlight window={window} start={stretch.start} end={stretch.end} drawn={drag?.kind === 'new'} />
          )}
          <Wave sound={sound} window={window} loudest={loudest} />
          {pieces !== undefined && (
            <div className={styles.found}>
              <SpeechPreview pieces={pieces} shown={shown} />
            </div>
          )}
          {spectrogram && <Spectrogram sound={sound} shown={shown} zoomKey={scope.capOf('view.zoom-in')} />}
          <Tiers window={window} segments={answer.segments} tiers={tiers} looks={looks} selected={selected} />
          <Playhead playback={playback} window={window} />
        </div>
      </div>
    </>
  )
}

interface HighlightProps {
  readonly window: WaveWindow
  readonly start: number
  readonly end: number
  readonly drawn: boolean
}

/** The segment in hand, over waveform and tiers. The regions of wavesurfer lie in the window only, and would lose what sticks out. */
function Highlight({ window, start, end, drawn }: HighlightProps) {
  const shown = useSyncExternalStore(window.subscribe, () => window.shown)
  const width = useSyncExternalStore(window.subscribe, () => window.width)
  const left = Math.max(-4, toPixels(shown, width, start))
  const right = Math.min(width + 4, toPixels(shown, width, end))
  if (right <= left) return null
  return <div className={styles.highlight} data-drawn={drawn} style={{ left, width: right - left }} />
}
