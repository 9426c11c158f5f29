import { useMemo } from 'react'
import { fieldOffsets, fieldText } from '../../kit/field-text.ts'
import type { Context } from '../../kit/labeler.ts'
import { type Offsets, utf16 } from '../../kit/offsets.ts'
import type { ViewProps } from '../../kit/view.ts'
import { refusal } from '../refusal.ts'
import type { Answer, Command, Config, Extent, Span } from '../schema.ts'
import { type Selection, wordAt } from './caret.ts'

export type Props = ViewProps<Config, Answer, Command>

/** Something that belongs to one item and is not there on the next. */
interface OfItem<T> {
  readonly item: string
  readonly value: T
}

/** What label keys and clicks act on, and what the halves of the view share. Offsets are UTF-16. */
export interface TextState {
  readonly text: string
  readonly offsets: Offsets
  readonly context: Context<Config>
  /** The selection or the caret; a selected span comes before it. */
  readonly selection: Selection | undefined
  /** Where moving begins while nothing is selected and no caret is shown: where the last one stood, or the start. */
  readonly rest: number
  readonly selected: Span | undefined
  /** The label that a selection with the mouse takes at once. */
  readonly hand: string | undefined
  /** Why the last thing was not done. */
  readonly refused: string | undefined
  /** What a label key would label. */
  readonly target: { readonly start: number; readonly end: number } | undefined
  readonly select: (selection: Selection | undefined) => void
  readonly selectSpan: (id: string | undefined) => void
  /** Selects a span and leaves the caret at its end. */
  readonly takeSpan: (span: Span) => void
  readonly setHand: (label: string | undefined) => void
  readonly refuse: (sentence: string | undefined) => void
  /** Labels the target, relabels the selected span, or takes the label in hand when there is neither. */
  readonly applyLabel: (label: string) => void
  /** Labels a stretch; says why when it is refused. */
  readonly add: (start: number, end: number, label: string) => boolean
  readonly resize: (span: Span, start: number, end: number, gesture?: string) => boolean
}

export function useTextState(props: Props): TextState {
  const { task, item, config, answer, readOnly, shared, dispatch } = props
  const [selectionOf, setSelectionOf] = shared.use<OfItem<Selection> | null>(`${task.id}.selection`, null)
  const [restOf, setRestOf] = shared.use<OfItem<number> | null>(`${task.id}.rest`, null)
  const [selectedOf, setSelectedOf] = shared.use<OfItem<string> | null>(`${task.id}.span`, null)
  const [refusedOf, setRefusedOf] = shared.use<OfItem<string> | null>(`${task.id}.refused`, null)
  const [hand, setHand] = shared.use<string | null>(`${task.id}.hand`, null)
  const here = <T>(of: OfItem<T> | null): T | undefined => (of?.item === item.id ? of.value : undefined)
  const text = fieldText(item, task.field)
  const offsets = fieldOffsets(item, task.field)
  const context = useMemo(
    () => ({ config, item, field: task.field, required: task.required ?? false }),
    [config, item, task]
  )
  const selection = here(selectionOf)
  const selectedId = here(selectedOf)
  const selected = useMemo(
    () => (selectedId === undefined ? undefined : answer.spans.find(span => span.id === selectedId)),
    [answer, selectedId]
  )
  const target = useMemo(
    () => targetOf(text, offsets, selection, selected),
    [text, offsets, selection, selected]
  )

  const refuse = (sentence: string | undefined) =>
    setRefusedOf(sentence === undefined ? null : { item: item.id, value: sentence })
  const extentOf = (start: number, end: number): Extent => ({
    start: offsets.toCodePoint(utf16(start)),
    end: offsets.toCodePoint(utf16(end))
  })
  const tried = (why: string | undefined, command: Command, gesture?: string): boolean => {
    if (readOnly) return false
    refuse(why)
    if (why === undefined) dispatch(command, gesture)
    return why === undefined
  }
  const relabel = (span: Span, label: string) =>
    span.label === label ||
    tried(refusal(answer, span, label, context, span), { type: 'span.relabel', id: span.id, label })
  const add = (start: number, end: number, label: string) => {
    const extent = extentOf(start, end)
    // Where nothing may overlap, another label on the same words can only mean: this one instead.
    const same = answer.spans.find(span => span.start === extent.start && span.end === extent.end)
    if (same !== undefined && config.overlap === 'none') return relabel(same, label)
    return tried(refusal(answer, extent, label, context), { type: 'span.add', ...extent, label })
  }

  const select = (next: Selection | undefined) => {
    setSelectionOf(next === undefined ? null : { item: item.id, value: next })
    if (next !== undefined) setRestOf({ item: item.id, value: Math.max(next.anchor, next.head) })
    if (selectedOf !== null) setSelectedOf(null)
    if (refusedOf !== null) setRefusedOf(null)
  }
  const selectSpan = (id: string | undefined) => {
    setSelectedOf(id === undefined ? null : { item: item.id, value: id })
    if (refusedOf !== null) setRefusedOf(null)
  }
  return {
    text,
    offsets,
    context,
    selection,
    rest: here(restOf) ?? 0,
    selected,
    hand: hand ?? undefined,
    refused: here(refusedOf),
    target,
    select,
    selectSpan,
    takeSpan: span => {
      const end = offsets.toUtf16(span.end)
      select({ anchor: end, head: end })
      selectSpan(span.id)
    },
    setHand: label => setHand(label ?? null),
    refuse,
    applyLabel: label => {
      if (readOnly) return
      if (selected !== undefined) relabel(selected, label)
      else if (target !== undefined) add(target.start, target.end, label)
      else setHand(hand === label ? null : label)
    },
    add,
    resize: (span, start, end, gesture) => {
      const extent = extentOf(start, end)
      const why = refusal(answer, extent, span.label, context, span)
      return tried(why, { type: 'span.resize', id: span.id, ...extent }, gesture)
    }
  }
}

function targetOf(
  text: string,
  offsets: Offsets,
  selection: Selection | undefined,
  selected: Span | undefined
): { start: number; end: number } | undefined {
  if (selected !== undefined)
    return { start: offsets.toUtf16(selected.start), end: offsets.toUtf16(selected.end) }
  if (selection === undefined) return undefined
  const { anchor, head } = selection
  return anchor === head ? wordAt(text, head) : { start: Math.min(anchor, head), end: Math.max(anchor, head) }
}
