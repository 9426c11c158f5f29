import { useEffect, useSyncExternalStore } from 'react'
import { useLatest } from '../../kit/view/use-latest.ts'
import { toMillisecond } from '../../kit/seconds.ts'
import { edgeMoved } from './edges.ts'
import type { Playback } from './playback.ts'
import { partedAt, segmentBeside } from './steps.ts'
import type { TextCaret } from './text-caret.ts'
import type { Props, TranscriptState } from './transcript-state.ts'

interface SegmentGround {
  readonly props: Props
  readonly state: TranscriptState
  readonly playback: Playback
  readonly caret: TextCaret
}

/** Seconds that a segment has which is begun while nothing plays, until its end is marked. */
const BEGUN_WITH = 1
/** Seconds of a step of an edge. */
const STEP = 0.01

/** Makes segments, moves their edges, parts, joins and removes them, all by keys. */
export function useSegmentKeys(ground: SegmentGround): void {
  const { onKey, readOnly, answer } = ground.props
  const latest = useLatest(ground)
  const some = answer.segments.length > 0
  useEffect(() => {
    if (!some) return
    const select = (direction: 1 | -1, extends_: boolean) => () => {
      const { props, state, playback } = latest.current
      const { segments } = props.answer
      const ends = state.selected
      const from = extends_
        ? segments.indexOf(ends.at(direction === 1 ? -1 : 0) ?? segments[state.at]!)
        : state.at
      const next = segmentBeside(segments, from, direction, playback.time)
      if (next === undefined) return
      if (!extends_) {
        state.select([next.id])
        return playback.seek(next.start)
      }
      const ids = state.selected.map(({ id }) => id).filter(id => id !== next.id)
      state.select([...ids, next.id])
    }
    return onKey({
      'segment.select-next': select(1, false),
      'segment.select-previous': select(-1, false),
      'segment.extend-next': select(1, true),
      'segment.extend-previous': select(-1, true),
      'segments.select-all': () =>
        latest.current.state.select(latest.current.props.answer.segments.map(({ id }) => id))
    })
  }, [onKey, some, latest])

  useEffect(() => {
    if (readOnly) return
    return onKey({
      'mark.in': () => markIn(latest.current),
      'mark.out': () => markOut(latest.current),
      'segment.split': () => splitAtPlayhead(latest.current)
    })
  }, [onKey, readOnly, latest])

  const selected = ground.state.current !== undefined
  const { playback } = ground
  const playing = useSyncExternalStore(playback.subscribe, () => playback.playing)
  useEffect(() => {
    // Else Enter submits.
    if (readOnly || (!playing && !selected)) return
    return onKey({ 'segment.enter': () => enter(latest.current) })
  }, [onKey, readOnly, playing, selected, latest])

  useEffect(() => {
    if (readOnly || !selected) return
    const nudge = (side: 'start' | 'end', by: number) => () => {
      const { props, state } = latest.current
      const { current } = state
      if (current === undefined) return
      // A run of the same step is taken back at once.
      state.apply(
        edgeMoved(props.answer.segments, { segment: current, side }, current[side] + by, false),
        `edge ${current.id} ${side}`
      )
    }
    const here = (side: 'start' | 'end') => () => {
      const { props, state, playback } = latest.current
      if (state.current !== undefined)
        state.apply(edgeMoved(props.answer.segments, { segment: state.current, side }, playback.time, false))
    }
    return onKey({
      'edge.start-left': nudge('start', -STEP),
      'edge.start-right': nudge('start', STEP),
      'edge.end-left': nudge('end', -STEP),
      'edge.end-right': nudge('end', STEP),
      'edge.start-here': here('start'),
      'edge.end-here': here('end'),
      'segments.merge': () => merge(latest.current),
      'segments.remove': () => remove(latest.current)
    })
  }, [onKey, readOnly, selected, latest])
}

function markIn({ props, state, playback }: SegmentGround): void {
  const start = toMillisecond(playback.time)
  const end = toMillisecond(playback.time + BEGUN_WITH)
  const made = state.make({ type: 'segment.add', segment: { start, end, speaker: state.hand, text: '' } })
  if (made === undefined) return props.toast('There is no room for a segment here.')
  props.shared.set('begun', made.id)
}

/** The end of the segment in hand; without one, or before its start, a segment from the end of the one before. */
function markOut({ props, state, playback }: SegmentGround): void {
  const { current } = state
  const at = playback.time
  if (current !== undefined && at > current.start) {
    state.apply({ type: 'segment.resize', id: current.id, start: current.start, end: toMillisecond(at) })
    return props.shared.set('begun', null)
  }
  const before = props.answer.segments.findLast(({ end }) => end <= at)
  const segment = {
    start: toMillisecond(before?.end ?? 0),
    end: toMillisecond(at),
    speaker: state.hand,
    text: ''
  }
  if (state.make({ type: 'segment.add', segment }) === undefined)
    props.toast('There is no room for a segment here.')
}

/** While playing: what was begun ends here and the next begins; a segment that is there already is split. At rest: the text of the segment takes the keys. */
function enter(ground: SegmentGround): void {
  const { props, state, playback } = ground
  if (!playback.playing) {
    if (state.current !== undefined) {
      state.setMode('transcribe')
      state.type(state.current.id)
    }
    return
  }
  const begun = props.shared.get<string | null>('begun', null)
  const open = props.answer.segments.find(({ id }) => id === begun)
  const at = toMillisecond(playback.time)
  if (open === undefined && props.answer.segments.some(({ start, end }) => start < at && at < end))
    return splitAtPlayhead(ground)
  if (open !== undefined && at > open.start)
    state.apply({ type: 'segment.resize', id: open.id, start: open.start, end: at })
  const end = toMillisecond(playback.time + BEGUN_WITH)
  const made = state.make({ type: 'segment.add', segment: { start: at, end, speaker: state.hand, text: '' } })
  props.shared.set('begun', made?.id ?? null)
}

/** The segment that the playhead is in: the one in hand, else the last that began. The text is parted at the caret. */
export function splitAtPlayhead({ props, state, playback, caret }: SegmentGround): void {
  const at = toMillisecond(playback.time)
  const inside = props.answer.segments.filter(({ start, end }) => start < at && at < end)
  const segment = inside.find(({ id }) => id === state.current?.id) ?? inside.at(-1)
  if (segment === undefined) return props.toast('The playhead is in no segment.')
  const textAt =
    caret.typing && caret.segment === segment.id
      ? caret.at
      : partedAt(segment.text, (at - segment.start) / (segment.end - segment.start))
  state.apply({ type: 'segment.split', id: segment.id, at, textAt })
}

function merge({ props, state }: SegmentGround): void {
  const { segments } = props.answer
  const { current, selected } = state
  if (current === undefined) return
  const next =
    segments.slice(state.at + 1).find(({ speaker }) => speaker === current.speaker) ?? segments[state.at + 1]
  const ids =
    selected.length > 1 ? selected.map(({ id }) => id) : next === undefined ? [] : [current.id, next.id]
  const [first] = [...ids].sort(
    (a, b) => segments.findIndex(s => s.id === a) - segments.findIndex(s => s.id === b)
  )
  if (ids.length < 2 || first === undefined) return
  if (state.apply({ type: 'segments.merge', ids }) === undefined)
    return props.toast('These segments cannot be one: somebody else speaks between them.')
  state.select([first])
}

function remove({ props, state }: SegmentGround): void {
  const ids = state.selected.map(({ id }) => id)
  const { segments } = props.answer
  const going = new Set(ids)
  const next =
    segments.slice(state.at).find(({ id }) => !going.has(id)) ?? segments.findLast(({ id }) => !going.has(id))
  if (state.apply({ type: 'segments.remove', ids }) === undefined) return
  state.select(next === undefined ? [] : [next.id])
  props.toast(ids.length === 1 ? 'Segment removed' : `${ids.length} segments removed`)
}
