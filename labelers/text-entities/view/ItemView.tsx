import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { MatchStrip } from './MatchStrip.tsx'
import { paragraphsOf } from './paragraphs.ts'
import { RefusedStrip } from './RefusedStrip.tsx'
import { SearchStrip } from './SearchStrip.tsx'
import { TextSurface } from './surface.ts'
import styles from './text.module.css'
import { type Props, useTextState } from './text-state.ts'
import { useEveryMatch } from './use-every-match.ts'
import { useLooks } from '../../kit/view/use-looks.ts'
import { usePointer } from './use-pointer.ts'
import { useSelection } from './use-selection.ts'
import { useTextKeys } from './use-text-keys.ts'

/** The text with its spans: select words, label them, take spans and move their edges. */
export function ItemView(props: Props) {
  const { item, answer } = props
  const state = useTextState(props)
  const looks = useLooks(props)
  const scroller = useRef<HTMLDivElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const holder = useRef<TextSurface>(undefined)
  const [surface] = useState(() => () => holder.current)
  const [searching, setSearching] = useState(false)
  const [focused, setFocused] = useState(false)
  const every = useEveryMatch(surface, props, state)
  const paragraphs = useMemo(() => paragraphsOf(state.text), [state.text])

  useLayoutEffect(() => {
    if (scroller.current === null || column.current === null) return
    const made = new TextSurface(scroller.current, column.current)
    holder.current = made
    return () => made.destroy()
  }, [])
  useLayoutEffect(() => holder.current?.show(paragraphs, state.offsets), [paragraphs, state.offsets, item.id])
  useLayoutEffect(
    () => holder.current?.setSpans(answer.spans, looks),
    [answer.spans, looks, paragraphs, item.id]
  )
  // A field far above it must not keep the text that is asked about out of sight.
  useLayoutEffect(() => {
    if (scroller.current === null || column.current === null) return
    const view = scroller.current.getBoundingClientRect()
    const below = column.current.getBoundingClientRect().top - view.top
    if (below > view.height / 2) scroller.current.scrollTop += below - view.height / 4
  }, [item.id, props.task.id])
  const pointer = usePointer(surface, props, state)
  useSelection(surface, props, state, pointer.isDown)
  useEffect(() => setSearching(false), [item.id])
  useTextKeys(surface, props, state, {
    every: every.label !== undefined,
    focused,
    openSearch: () => setSearching(true),
    showEvery: every.show,
    applyEvery: every.apply,
    closeEvery: every.close
  })

  const closeSearch = () => {
    setSearching(false)
    // What was found becomes the browser's selection too, now that no field holds it.
    if (state.selection !== undefined) state.select({ ...state.selection })
  }
  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller}>
        {props.before}
        <div
          ref={column}
          className={styles.column}
          role="group"
          aria-label={props.task.title}
          tabIndex={0}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onPointerDown={pointer.onPointerDown}
        />
        {props.after}
      </div>
      {searching && <SearchStrip surface={surface} state={state} onClose={closeSearch} />}
      {every.label !== undefined && <MatchStrip every={every} looks={looks} readOnly={props.readOnly} />}
      {state.refused !== undefined && <RefusedStrip sentence={state.refused} />}
    </div>
  )
}
