import {
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore
} from 'react'
import { seconds } from '../../kit/seconds.ts'
import type { Sound } from '../../kit/sound.ts'
import type { Look } from '../../kit/view/looks.ts'
import { useWidth } from '../../../renderer/ui/use-width.ts'
import type { Segment } from '../schema.ts'
import { halvesOf, loudestOf } from './peaks-halves.ts'
import { stripOf, type Tier } from './tiers.ts'
import { toPixels } from './time-window.ts'
import { useInk } from './use-ink.ts'
import type { WaveWindow } from './wave-window.ts'
import { hostedWave } from './wavesurfer-host.ts'
import styles from './waves.module.css'

const HEIGHT = 26
const STRIP = 4

interface OverviewProps {
  readonly sound: Sound
  readonly media: HTMLAudioElement
  readonly window: WaveWindow
  readonly segments: readonly Segment[]
  readonly tiers: readonly Tier[]
  readonly looks: (label: string) => Look
  /** What fills the height, for the other waveform to be drawn alike. */
  readonly onLoudest: (loudest: number) => void
}

/** The whole recording with its playhead: a click goes there. Below it who speaks where, around it what the waves show. */
export function Overview(props: OverviewProps) {
  const { window, segments, tiers, looks } = props
  const host = useRef<HTMLDivElement>(null)
  const [frame, width] = useWidth<HTMLDivElement>(0)
  useWholeWave(props, host, width)
  const shown = useSyncExternalStore(window.subscribe, () => window.shown)
  const whole = { from: seconds(0), to: seconds(window.duration) }
  const left = toPixels(whole, width, shown.from)
  const strips = useMemo(
    () =>
      width === 0
        ? []
        : tiers.map(({ speaker }) => ({
            color: speaker === null ? 0 : ((looks(speaker).color + 11) % 12) + 1,
            path: stripOf(segments, speaker, window.duration, width, STRIP)
          })),
    [segments, tiers, looks, window.duration, width]
  )
  return (
    <div ref={frame} className={styles.overview} data-overview="">
      <div ref={host} className={styles.overviewWave} />
      <svg className={styles.strip} width={width} height={STRIP} aria-hidden="true">
        {strips.map(({ color, path }, place) => (
          <path key={place} className={`l${color}`} d={path} />
        ))}
      </svg>
      <div
        className={styles.sight}
        style={{ left, width: Math.max(6, toPixels(whole, width, shown.to) - left) }}
      />
    </div>
  )
}

/** Wavesurfer draws it, shows the playhead of the media element and takes the clicks; it never fetches nor decodes. */
function useWholeWave(
  { sound, media, window, onLoudest }: OverviewProps,
  host: RefObject<HTMLDivElement | null>,
  width: number
): void {
  const ink = useInk(host)
  const [state, setState] = useState(sound.state)
  useEffect(() => sound.subscribe(() => setState(sound.state())), [sound])
  const reach = state.state === 'reading' ? Math.floor(state.exactTo) : state.state
  const duration = window.duration
  const [halves, setHalves] = useState<[Float32Array, Float32Array]>()
  const columns = Math.min(4096, Math.round(width))

  useEffect(() => {
    if (columns === 0 || state.state === 'opening' || state.state === 'broken') return
    let wanted = true
    void sound.peaks(seconds(0), seconds(duration), columns).then(peaks => {
      if (!wanted) return
      const next = halvesOf(peaks)
      setHalves(next)
      onLoudest(loudestOf(next))
    })
    return () => {
      wanted = false
    }
  }, [sound, reach, columns, duration, onLoudest])

  useLayoutEffect(() => {
    const parent = host.current
    if (parent === null || ink === '' || columns === 0 || halves === undefined) return
    const { surfer, element } = hostedWave({
      media,
      peaks: halves,
      duration,
      height: HEIGHT,
      waveColor: ink,
      progressColor: ink,
      cursorColor: ink,
      cursorWidth: 1,
      normalize: true,
      maxPeak: loudestOf(halves),
      dragToSeek: { debounceTime: 0 },
      hideScrollbar: true
    })
    surfer.on('interaction', time => window.follow(time))
    parent.replaceChildren(element)
    return () => {
      surfer.destroy()
      element.remove()
    }
  }, [host, media, window, halves, duration, ink])
}
