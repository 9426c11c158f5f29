import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../../kit/view/use-latest.ts'
import { overlapping } from '../segments.ts'
import { commandOf, type Drag } from './drag.ts'
import { edgeAt } from './edges.ts'
import type { Playback } from './playback.ts'
import { lengthOf, toTime } from './time-window.ts'
import type { Props, TranscriptState } from './transcript-state.ts'
import type { WaveWindow } from './wave-window.ts'

interface Ground {
  readonly props: Props
  readonly state: TranscriptState
  readonly playback: Playback
  readonly window: WaveWindow
}

/** Pixels. */
const EDGE_REACH = 5
const DRAG_FROM = 4
/** Pixels of a wheel for one line or one page, where it counts in those. */
const perUnit = [1, 16, 400] as const

/**
 * The pointer on waveform and tiers. A click goes there and takes the segment under it, drawing makes a segment, edges are
 * dragged: with Alt both edges where two segments touch. The wheel zooms at the pointer, and moves with Shift or sideways.
 */
export function useAxisPointer(axis: HTMLElement | null, ground: Ground): Drag | undefined {
  const latest = useLatest(ground)
  const [drag, setDrag] = useState<Drag>()
  const dragging = useRef<Drag | undefined>(undefined)
  useEffect(() => {
    if (axis === null) return
    const put = (next: Drag | undefined) => {
      dragging.current = next
      setDrag(next)
    }
    const xOf = (event: MouseEvent) => event.clientX - axis.getBoundingClientRect().left
    const timeOf = (event: MouseEvent) => {
      const { window } = latest.current
      return Math.max(0, Math.min(toTime(window.shown, window.width, xOf(event)), window.duration))
    }
    const nearEdge = (event: MouseEvent) => {
      const { props, state, window } = latest.current
      if (props.readOnly) return undefined
      const reach = (EDGE_REACH / Math.max(1, window.width)) * lengthOf(window.shown)
      const tier = tierOf(event)
      const current = state.current
      const near = overlapping(props.answer.segments, {
        start: toTime(window.shown, window.width, xOf(event) - 2 * EDGE_REACH),
        end: toTime(window.shown, window.width, xOf(event) + 2 * EDGE_REACH)
      }).filter(segment => (tier === undefined ? segment === current : segment.speaker === tier))
      return edgeAt(near, timeOf(event), reach, current)
    }
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return
      const { props, state, playback } = latest.current
      props.scope.take()
      const edge = nearEdge(event)
      const started = xOf(event)
      const from = timeOf(event)
      const tier = tierOf(event)
      const taken = event.target instanceof Element ? event.target.closest('[data-segment]') : null
      const id = taken?.getAttribute('data-segment') ?? undefined
      if (edge !== undefined) state.select([edge.segment.id])
      axis.setPointerCapture(event.pointerId)
      // The text that is typed keeps the keys.
      event.preventDefault()
      const move = (moved: PointerEvent) => {
        const to = timeOf(moved)
        if (edge !== undefined) return put({ kind: 'edge', edge, to, both: moved.altKey })
        if (props.readOnly || (dragging.current === undefined && Math.abs(xOf(moved) - started) < DRAG_FROM))
          return
        put({ kind: 'new', from, to, speaker: tier === undefined ? latest.current.state.hand : tier })
      }
      const stop = () => {
        axis.removeEventListener('pointermove', move)
        axis.removeEventListener('pointerup', up)
        axis.removeEventListener('pointercancel', stop)
        window.removeEventListener('keydown', escape, true)
        put(undefined)
      }
      const escape = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return
        key.preventDefault()
        stop()
      }
      const up = () => {
        const done = dragging.current
        stop()
        const { props, state } = latest.current
        if (done === undefined) {
          if (edge === undefined) playback.seek(from)
          const under = id ?? underOf(props.answer.segments, from, state.current?.id)
          if (edge === undefined && under !== undefined) state.select([under])
          return
        }
        const command = commandOf(done, props.answer.segments)
        if (command === undefined) return
        if (done.kind === 'new') state.make(command)
        else state.apply(command)
      }
      axis.addEventListener('pointermove', move)
      axis.addEventListener('pointerup', up)
      axis.addEventListener('pointercancel', stop)
      window.addEventListener('keydown', escape, true)
    }
    const double = (event: MouseEvent) => {
      const { props, playback } = latest.current
      const id = underOf(props.answer.segments, timeOf(event), latest.current.state.current?.id)
      const segment = props.answer.segments.find(each => each.id === id)
      if (segment !== undefined) playback.playStretch(segment)
    }
    const hover = (event: PointerEvent) => {
      if (dragging.current === undefined)
        axis.dataset['over'] = nearEdge(event) === undefined ? 'time' : 'edge'
    }
    const wheel = (event: WheelEvent) => {
      const { window } = latest.current
      event.preventDefault()
      const unit = perUnit[event.deltaMode] ?? 1
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
      if (!event.ctrlKey && (event.shiftKey || Math.abs(dx) > Math.abs(dy)))
        return window.scroll((dx === 0 ? dy : dx) / Math.max(1, window.width))
      // A pinch comes in small steps, a notch of a wheel in steps of about a hundred.
      const factor = Math.exp(-Math.max(-240, Math.min(dy, 240)) * (event.ctrlKey ? 0.01 : 0.002))
      window.zoom(factor, timeOf(event))
    }
    axis.addEventListener('pointerdown', down)
    axis.addEventListener('pointermove', hover)
    axis.addEventListener('dblclick', double)
    axis.addEventListener('wheel', wheel, { passive: false })
    return () => {
      axis.removeEventListener('pointerdown', down)
      axis.removeEventListener('pointermove', hover)
      axis.removeEventListener('dblclick', double)
      axis.removeEventListener('wheel', wheel)
    }
  }, [axis, latest])
  return drag
}

/** The speaker of the tier that was pointed at; undefined: the waveform was. */
function tierOf(event: Event): string | null | undefined {
  const tier = event.target instanceof Element ? event.target.closest('[data-tier]') : null
  const speaker = tier?.getAttribute('data-tier')
  return speaker === undefined || speaker === null ? undefined : speaker === '' ? null : speaker
}

/** The segment at a time: the one in hand if it is there, else the one that began last. */
function underOf(
  segments: Props['answer']['segments'],
  time: number,
  current: string | undefined
): string | undefined {
  const there = segments.filter(({ start, end }) => start <= time && time < end)
  return (there.find(({ id }) => id === current) ?? there.at(-1))?.id
}
