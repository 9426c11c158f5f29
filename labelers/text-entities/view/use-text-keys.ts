import { useEffect, useRef } from 'react'
import { utf16 } from '../../kit/offsets.ts'
import type { Span } from '../schema.ts'
import { edgeMoved, type Edge, moved, type Selection, type Unit } from './caret.ts'
import { paragraphsOf, placeOf } from './paragraphs.ts'
import type { TextSurface } from './surface.ts'
import type { Props, TextState } from './text-state.ts'

/** What the keys of the text do beside moving in it. */
export interface Modes {
  /** Matches are shown and wait for Enter. */
  readonly every: boolean
  /** The text itself has the keyboard focus, so Tab goes from span to span while there is one. */
  readonly focused: boolean
  readonly openSearch: () => void
  readonly showEvery: (label: string) => void
  readonly applyEvery: () => void
  readonly closeEvery: () => void
}

/** Fills in the bindings of `keys(config)` that need to know where the caret, the selection or the selected span is. */
export function useTextKeys(
  surface: () => TextSurface | undefined,
  props: Props,
  state: TextState,
  modes: Modes
): void {
  const { onKey, readOnly, config, answer } = props
  const latest = useRef({ props, state, modes })
  latest.current = { props, state, modes }
  const column = useRef<number | undefined>(undefined)

  useEffect(() => {
    const here = () => latest.current.state
    const from = (): Selection => here().selection ?? startOf(here())
    const go = (selection: Selection, keepColumn = false) => {
      if (!keepColumn) column.current = undefined
      here().select(selection)
      surface()?.reveal(selection.head, selection.head + 1)
    }
    const step = (unit: Unit, side: 'left' | 'right', extend: boolean) => () => {
      const at = from()
      const back = (side === 'left') !== (surface()?.ruler.isRtl(at.head) ?? false)
      // The first arrow shows where the caret is before it moves.
      if (here().selection === undefined && here().selected === undefined && !back && unit === 'word')
        return go(moved(here().text, at, unit, 'forward', false))
      go(moved(here().text, at, unit, back ? 'back' : 'forward', extend))
    }
    const to = (extend: boolean, find: (at: number) => number) => () => {
      const { anchor, head } = from()
      const next = find(head)
      go({ anchor: extend ? anchor : next, head: next })
    }
    const line = (by: -1 | 1, extend: boolean) => () => {
      const { anchor, head } = from()
      const next = surface()?.ruler.verticalFrom(head, by, column.current)
      if (next === undefined) return
      column.current = next.x
      go({ anchor: extend ? anchor : next.offset, head: next.offset }, true)
    }
    const home = (at: number) => {
      const start = surface()?.ruler.lineAround(at).start ?? at
      return start < at ? start : paragraphEnds(here().text, at).start
    }
    const end = (at: number) => {
      const last = surface()?.ruler.lineAround(at).end ?? at
      return last > at ? last : paragraphEnds(here().text, at).end
    }
    const caret = (extend: boolean) => {
      const name = (what: string) => `${extend ? 'extend' : 'caret'}.${what}`
      return {
        [name('word-left')]: step('word', 'left', extend),
        [name('word-right')]: step('word', 'right', extend),
        [name('character-left')]: step('character', 'left', extend),
        [name('character-right')]: step('character', 'right', extend),
        [name('up')]: line(-1, extend),
        [name('down')]: line(1, extend),
        [name('line-start')]: to(extend, home),
        [name('line-end')]: to(extend, end),
        [name('text-start')]: to(extend, () => 0),
        [name('text-end')]: to(extend, () => here().text.length)
      }
    }
    return onKey({
      ...caret(false),
      ...caret(true),
      'search.open': () => latest.current.modes.openSearch()
    })
  }, [onKey, surface])

  const spans = answer.spans.length > 0
  useEffect(() => {
    if (!spans) return
    const go = (by: 1 | -1) => () => {
      const { state, props } = latest.current
      const next = spanBeside(props.answer.spans, state, by, true)
      if (next !== undefined) takeSpan(state, next, surface())
    }
    return onKey({ 'span.next': go(1), 'span.previous': go(-1) })
  }, [onKey, spans, surface])

  // Tab leaves the text after the last span, as it leaves any other part of the window.
  const after = modes.focused ? spanBeside(answer.spans, state, 1, false)?.id : undefined
  const before = modes.focused ? spanBeside(answer.spans, state, -1, false)?.id : undefined
  useEffect(() => {
    const take = (id: string) => () => {
      const { state, props } = latest.current
      const span = props.answer.spans.find(each => each.id === id)
      if (span !== undefined) takeSpan(state, span, surface())
    }
    return onKey({
      ...(after === undefined ? {} : { 'span.next-in-text': take(after) }),
      ...(before === undefined ? {} : { 'span.previous-in-text': take(before) })
    })
  }, [onKey, after, before, surface])

  const selected = state.selected !== undefined
  const meant = spanMeant(state, answer.spans) !== undefined
  useEffect(() => {
    if (!meant || readOnly) return
    const edge = (which: Edge, side: 'left' | 'right', unit: Unit) => () => {
      const { state, props } = latest.current
      const span = spanMeant(state, props.answer.spans)
      if (span === undefined) return
      if (state.selected === undefined) state.takeSpan(span)
      const now = { start: state.offsets.toUtf16(span.start), end: state.offsets.toUtf16(span.end) }
      const back = (side === 'left') !== (surface()?.ruler.isRtl(now.start) ?? false)
      const next = edgeMoved(state.text, now, which, unit, back ? 'back' : 'forward')
      if (next !== undefined) state.resize(span, next.start, next.end)
    }
    return onKey({
      'span.remove': () => {
        const { props, state } = latest.current
        const span = spanMeant(state, props.answer.spans)
        if (span === undefined) return
        props.dispatch({ type: 'span.remove', id: span.id })
        state.selectSpan(undefined)
      },
      ...Object.fromEntries(
        (['start', 'end'] as const).flatMap(which =>
          (['left', 'right'] as const).flatMap(side => [
            [`edge.${which}-${side}`, edge(which, side, 'word')],
            [`edge.${which}-${side}-character`, edge(which, side, 'character')]
          ])
        )
      )
    })
  }, [onKey, meant, readOnly, surface])

  useEffect(() => {
    if (readOnly) return
    return onKey(
      Object.fromEntries(
        config.labels.flatMap(({ id }) => [
          [`label.apply:${id}`, () => latest.current.state.applyLabel(id)],
          [`label.every:${id}`, () => latest.current.modes.showEvery(id)]
        ])
      )
    )
  }, [onKey, readOnly, config.labels])

  useEffect(
    () => (modes.every ? onKey({ 'matches.apply': () => latest.current.modes.applyEvery() }) : undefined),
    [onKey, modes.every]
  )

  const { refused, selection, hand } = state
  const toClear =
    modes.every || refused !== undefined || selected || selection !== undefined || hand !== undefined
  useEffect(() => {
    if (!toClear) return
    return onKey({
      'selection.clear': () => {
        const { state, modes } = latest.current
        if (modes.every) modes.closeEvery()
        else if (state.refused !== undefined) state.refuse(undefined)
        else if (state.selected !== undefined) state.selectSpan(undefined)
        else if (state.selection !== undefined && state.selection.anchor !== state.selection.head) {
          // A caret is left at the end of what was selected, to go on from there.
          const end = Math.max(state.selection.anchor, state.selection.head)
          state.select({ anchor: end, head: end })
        } else if (state.selection !== undefined) state.select(undefined)
        else state.setHand(undefined)
      }
    })
  }, [onKey, toClear])
}

/** What edge keys and Delete act on: the selected span, or the last that was made of exactly the words that are selected. */
function spanMeant({ selected, selection, offsets }: TextState, spans: readonly Span[]): Span | undefined {
  if (selected !== undefined || selection === undefined || selection.anchor === selection.head)
    return selected
  const start = offsets.toCodePoint(utf16(Math.min(selection.anchor, selection.head)))
  const end = offsets.toCodePoint(utf16(Math.max(selection.anchor, selection.head)))
  return spans.findLast(span => span.start === start && span.end === end)
}

/** Where the caret begins: after the selected span, or where it last stood. */
function startOf({ selected, offsets, rest }: TextState): Selection {
  const at = selected === undefined ? rest : offsets.toUtf16(selected.end)
  return { anchor: at, head: at }
}

function takeSpan(state: TextState, span: Span, surface: TextSurface | undefined): void {
  state.takeSpan(span)
  surface?.reveal(state.offsets.toUtf16(span.start), state.offsets.toUtf16(span.end))
}

function spanBeside(spans: readonly Span[], state: TextState, by: 1 | -1, round: boolean): Span | undefined {
  if (spans.length === 0) return undefined
  const { selected, selection, offsets } = state
  const now = selected === undefined ? -1 : spans.indexOf(selected)
  if (now !== -1) return spans[now + by] ?? (round ? spans.at(by === 1 ? 0 : -1) : undefined)
  if (selection === undefined) return by === 1 ? spans[0] : round ? spans.at(-1) : undefined
  const at = selection.head
  const next =
    by === 1
      ? spans.find(span => offsets.toUtf16(span.start) >= at)
      : spans.findLast(span => offsets.toUtf16(span.end) <= at)
  return next ?? (round ? spans.at(by === 1 ? 0 : -1) : undefined)
}

function paragraphEnds(text: string, offset: number): { start: number; end: number } {
  const paragraphs = paragraphsOf(text)
  const paragraph = paragraphs[placeOf(paragraphs, offset).index]
  const start = paragraph?.start ?? 0
  return { start, end: start + (paragraph?.text.length ?? 0) }
}
