import { useEffect } from 'react'
import { useLatest } from '../../kit/view/use-latest.ts'
import type { Playback } from './playback.ts'
import { segmentBeside } from './steps.ts'
import type { Props, TranscriptState } from './transcript-state.ts'

export interface PlayGround {
  readonly props: Props
  readonly state: TranscriptState
  readonly playback: Playback
}

type Action = (ground: PlayGround) => void

/** What plays on toggling: the segment in hand while texts are typed, else the recording. */
const stretchIn = ({ mode, current }: TranscriptState) => (mode === 'transcribe' ? current : undefined)

const toggle: Action = ({ props, state, playback }) =>
  playback.toggle(props.shared.get('rewind', 1), stretchIn(state))

const beside =
  (direction: 1 | -1): Action =>
  ({ props, state, playback }) => {
    const next = segmentBeside(props.answer.segments, state.at, direction, playback.time)
    if (next === undefined) return
    state.select([next.id])
    if (playback.looping) playback.loop(next)
    else playback.playStretch(next)
    if (state.mode === 'transcribe') state.type(next.id)
  }

const actions = new Map<string, Action>([
  ['play.toggle', toggle],
  ['play.toggle-typing', toggle],
  ['play.back', ({ playback }) => playback.skip(-2)],
  ['play.forward', ({ playback }) => playback.skip(2)],
  ['play.slower', ({ playback }) => playback.step(-1)],
  ['play.faster', ({ playback }) => playback.step(1)],
  ['play.normal-speed', ({ playback }) => playback.step(0)],
  [
    'play.replay',
    ({ state, playback }) => {
      if (state.current !== undefined) playback.playStretch(state.current)
    }
  ],
  [
    'play.loop',
    ({ state, playback }) => {
      if (playback.looping) playback.loop(undefined)
      else if (state.current !== undefined) playback.loop(state.current)
    }
  ],
  ['playhead.left', ({ playback }) => playback.skip(-0.1)],
  ['playhead.right', ({ playback }) => playback.skip(0.1)],
  ['playhead.left-fine', ({ playback }) => playback.skip(-0.01)],
  ['playhead.right-fine', ({ playback }) => playback.skip(0.01)],
  ['playhead.start', ({ playback }) => playback.seek(0)],
  ['segment.next', beside(1)],
  ['segment.previous', beside(-1)]
])

/** Does what a key of playback does, for a button. */
export function runKey(ground: PlayGround, binding: string): void {
  actions.get(binding)?.(ground)
}

/** Playback by keys, while typing too. Escape is for it only while a text is typed or something plays. */
export function usePlayKeys(ground: PlayGround, typing: boolean, duration: number): void {
  const { onKey } = ground.props
  const latest = useLatest({ ground, duration })
  useEffect(() => {
    const handlers = [...actions.keys()]
      .filter(id => id !== 'play.toggle-typing')
      .map(id => [id, () => runKey(latest.current.ground, id)] as const)
    return onKey({
      ...Object.fromEntries(handlers),
      'playhead.end': () => latest.current.ground.playback.seek(latest.current.duration)
    })
  }, [onKey, latest])
  const selected = ground.state.selected.length > 0
  useEffect(() => {
    if (!typing && !selected) return
    return onKey({
      'play.toggle-typing': () => {
        const { state } = latest.current.ground
        if (typing) runKey(latest.current.ground, 'play.toggle-typing')
        else state.select([])
      }
    })
  }, [onKey, typing, selected, latest])
}
