import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { utf16 } from '../../kit/offsets.ts'
import { wordAt } from './caret.ts'
import type { TextSurface } from './surface.ts'
import type { Props, TextState } from './text-state.ts'

/**
 * Keeps three things the same: the selection of the view, the browser's own (so that copying and searching work as anywhere),
 * and what is drawn.
 */
export function useSelection(
  surface: () => TextSurface | undefined,
  props: Props,
  state: TextState,
  isPointerDown: () => boolean
): void {
  const { selection, selected, text } = state
  const { active } = props.scope
  const collapsed = selection === undefined || selection.anchor === selection.head
  const marks = useMemo(() => {
    if (!active || selection === undefined || selected !== undefined) return undefined
    const word = collapsed ? wordAt(text, selection.head) : undefined
    return { head: selection.head, token: word === undefined ? undefined : ([word.start, word.end] as const) }
  }, [active, collapsed, selection, selected, text])
  const { answer, item } = props

  useLayoutEffect(() => surface()?.setSelected(selected?.id), [surface, selected?.id, item.id])
  // Lanes move the words: the caret follows every change of the answer.
  useLayoutEffect(() => surface()?.setMarks(marks), [surface, marks, answer, item.id])

  const labelled = useMemo(() => {
    if (selection === undefined || collapsed) return false
    const from = state.offsets.toCodePoint(utf16(Math.min(selection.anchor, selection.head)))
    const to = state.offsets.toCodePoint(utf16(Math.max(selection.anchor, selection.head)))
    return answer.spans.some(span => span.start === from && span.end === to)
  }, [answer, collapsed, selection, state.offsets])
  useLayoutEffect(() => surface()?.setLabelled(labelled), [surface, labelled])

  const spanId = selected?.id
  useEffect(() => {
    if (spanId === undefined || selected === undefined) return
    surface()?.reveal(state.offsets.toUtf16(selected.start), state.offsets.toUtf16(selected.end))
    // Only when another span is taken, not when this one changes.
  }, [surface, spanId, item.id])

  useLayoutEffect(() => {
    const on = surface()
    const own = document.getSelection()
    if (on === undefined || own === null || isTyping() || isPointerDown()) return
    if (selection !== undefined && !collapsed && spanId === undefined) {
      const [anchorNode, anchorAt] = on.positions.point(selection.anchor)
      const [headNode, headAt] = on.positions.point(selection.head)
      if (
        own.anchorNode !== anchorNode ||
        own.anchorOffset !== anchorAt ||
        own.focusNode !== headNode ||
        own.focusOffset !== headAt
      )
        own.setBaseAndExtent(anchorNode, anchorAt, headNode, headAt)
    } else if (!own.isCollapsed && own.anchorNode !== null && on.positions.holds(own.anchorNode))
      own.removeAllRanges()
  }, [surface, selection, collapsed, spanId, isPointerDown])

  const latest = useRef(state)
  latest.current = state
  useEffect(() => {
    const changed = () => {
      const on = surface()
      const own = document.getSelection()
      if (on === undefined || own === null || isPointerDown() || own.isCollapsed || isTyping()) return
      const { anchorNode, focusNode } = own
      if (anchorNode === null || focusNode === null || !on.positions.holds(anchorNode)) return
      const anchor = on.positions.offset(anchorNode, own.anchorOffset)
      const head = on.positions.offset(focusNode, own.focusOffset)
      const now = latest.current.selection
      if (anchor !== head && (now?.anchor !== anchor || now.head !== head))
        latest.current.select({ anchor, head })
    }
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [surface, isPointerDown])
}

function isTyping(): boolean {
  const at = document.activeElement
  return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement
}
