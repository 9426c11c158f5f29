import { useEffect } from 'react'
import { useLatest } from '../../kit/view/use-latest.ts'
import type { Playback } from './playback.ts'
import { closeUp, lengthOf, ZOOM_STEP } from './time-window.ts'
import type { Props, TranscriptState } from './transcript-state.ts'
import type { WaveWindow } from './wave-window.ts'

interface ViewGround {
  readonly props: Props
  readonly state: TranscriptState
  readonly playback: Playback
  readonly window: WaveWindow
}

/** Nearer or further: the playhead stays where it is if it is in sight, else the middle. */
export function zoomBy(window: WaveWindow, time: number, factor: number): void {
  const { from, to } = window.shown
  window.zoom(factor, time >= from && time <= to ? time : from + lengthOf(window.shown) / 2)
}

/** What is shown of the recording, and how: nothing of it changes an answer. */
export function useViewKeys(ground: ViewGround): void {
  const { onKey, shared } = ground.props
  const latest = useLatest(ground)
  useEffect(() => {
    const zoom = (factor: number) => () => zoomBy(latest.current.window, latest.current.playback.time, factor)
    return onKey({
      'view.zoom-in': zoom(ZOOM_STEP),
      'view.zoom-out': zoom(1 / ZOOM_STEP),
      'view.fit': () => latest.current.window.fit(),
      'view.spectrogram': () => shared.set('spectrogram', !shared.get('spectrogram', false)),
      'view.mode': () => {
        const { mode, modes, setMode } = latest.current.state
        const next = modes[(modes.indexOf(mode) + 1) % modes.length]
        if (next !== undefined) setMode(next)
      }
    })
  }, [onKey, shared, latest])
  const some = ground.state.current !== undefined
  useEffect(() => {
    if (!some) return
    return onKey({
      'view.to-segment': () => {
        const { state, window } = latest.current
        if (state.current !== undefined) window.show(closeUp(state.current, window.duration))
      }
    })
  }, [onKey, some, latest])
}
