import { type PointerEvent, useRef, useState } from 'react'
import { snapToCharacters, snapToWords } from '../words.ts'
import { wordAfter, wordAt, wordBefore } from './caret.ts'
import type { TextSurface } from './surface.ts'
import type { Props, TextState } from './text-state.ts'

const CLICK = 4
let gestures = 0

/**
 * The mouse in the text: selecting snaps to words (Alt: characters) and labels at once with a label in hand; a click takes
 * the span under it, again and again the one around it; an edge of the selected span can be dragged.
 */
export function usePointer(surface: () => TextSurface | undefined, props: Props, state: TextState) {
  const latest = useRef({ props, state })
  latest.current = { props, state }
  const down = useRef<{ x: number; y: number; offset: number | undefined } | undefined>(undefined)
  const [isDown] = useState(() => () => down.current !== undefined)

  const released = (event: globalThis.PointerEvent) => {
    const start = down.current
    down.current = undefined
    const on = surface()
    if (start === undefined || on === undefined) return
    const chosen = document.getSelection()
    const still = Math.hypot(event.clientX - start.x, event.clientY - start.y) < CLICK
    if (chosen === null || chosen.anchorNode === null || chosen.focusNode === null || chosen.isCollapsed) {
      if (still) return clicked(on, event.clientX, event.clientY)
      // Beside a joined emoji the browser may let the start of a selection run along with the pointer.
      const end = on.ruler.offsetAt(event.clientX, event.clientY)
      if (start.offset !== undefined && end !== undefined) selected(start.offset, end, event.altKey)
      return
    }
    if (still && event.detail < 2 && !event.shiftKey && chosen.toString() === '') return
    const anchor = on.positions.offset(chosen.anchorNode, chosen.anchorOffset)
    const head = on.positions.offset(chosen.focusNode, chosen.focusOffset)
    selected(anchor, head, event.altKey)
  }

  const clicked = (on: TextSurface, x: number, y: number) => {
    const { state } = latest.current
    const ids = on.spansAt(x, y)
    const offset = on.ruler.offsetAt(x, y)
    const next = ids[(ids.indexOf(state.selected?.id ?? '') + 1) % ids.length]
    state.select(offset === undefined ? undefined : { anchor: offset, head: offset })
    state.selectSpan(next)
  }

  const selected = (anchor: number, head: number, byCharacter: boolean) => {
    const { state, props } = latest.current
    const snap = byCharacter || props.config.granularity === 'character' ? snapToCharacters : snapToWords
    const snapped = snap(state.text, Math.min(anchor, head), Math.max(anchor, head))
    if (snapped === undefined) return state.select(undefined)
    const { start, end } = snapped
    if (state.hand === undefined || props.readOnly)
      return state.select(anchor <= head ? { anchor: start, head: end } : { anchor: end, head: start })
    state.select(undefined)
    if (!state.add(start, end, state.hand)) return
    document.getSelection()?.removeAllRanges()
  }

  const dragEdge = (event: PointerEvent<HTMLElement>, edge: 'start' | 'end') => {
    event.preventDefault()
    const column = event.currentTarget
    const gesture = `edge:${++gestures}`
    const stop = new AbortController()
    column.setPointerCapture(event.pointerId)
    column.dataset['dragging'] = 'edge'
    const move = (to: globalThis.PointerEvent) => {
      const { state, props } = latest.current
      const offset = surface()?.ruler.offsetAt(to.clientX, to.clientY)
      if (offset === undefined || state.selected === undefined) return
      const byCharacter = to.altKey || props.config.granularity === 'character'
      const there = byCharacter ? offset : wordEdge(state.text, offset, edge)
      const start = edge === 'start' ? there : state.offsets.toUtf16(state.selected.start)
      const end = edge === 'end' ? there : state.offsets.toUtf16(state.selected.end)
      const snapped = start < end ? snapToCharacters(state.text, start, end) : undefined
      if (snapped === undefined) return
      const { start: from, end: to16 } = snapped
      if (
        from === state.offsets.toUtf16(state.selected.start) &&
        to16 === state.offsets.toUtf16(state.selected.end)
      )
        return
      state.resize(state.selected, from, to16, gesture)
    }
    const end = () => {
      stop.abort()
      delete column.dataset['dragging']
    }
    column.addEventListener('pointermove', move, { signal: stop.signal })
    column.addEventListener('pointerup', end, { signal: stop.signal })
    column.addEventListener('pointercancel', end, { signal: stop.signal })
  }

  return {
    isDown,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      const { props } = latest.current
      props.scope.take()
      const edge = event.target instanceof HTMLElement ? event.target.dataset['edge'] : undefined
      if ((edge === 'start' || edge === 'end') && !props.readOnly) return dragEdge(event, edge)
      // A drag that begins on selected words selects anew; the browser would carry those words away instead.
      const { selection } = latest.current.state
      const at = surface()?.ruler.offsetAt(event.clientX, event.clientY)
      if (!event.shiftKey && selection !== undefined && at !== undefined) {
        const { anchor, head } = selection
        if (at >= Math.min(anchor, head) && at <= Math.max(anchor, head))
          document.getSelection()?.removeAllRanges()
      }
      down.current = { x: event.clientX, y: event.clientY, offset: at }
      window.addEventListener('pointerup', released, { once: true })
    }
  }
}

/** Where an edge belongs when it is let go at an offset: the word there is taken in whole. */
function wordEdge(text: string, offset: number, edge: 'start' | 'end'): number {
  const word = wordAt(text, offset)
  if (word !== undefined) return edge === 'start' ? word.start : word.end
  return edge === 'start'
    ? (wordAfter(text, offset)?.start ?? offset)
    : (wordBefore(text, offset)?.end ?? offset)
}
