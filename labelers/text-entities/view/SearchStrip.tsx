import { useEffect, useMemo, useRef, useState } from 'react'
import { Cap } from '../../../renderer/ui/Cap.tsx'
import { Field } from '../../../renderer/ui/Field.tsx'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import { highlight } from './highlight.ts'
import { findAll } from './search.ts'
import type { TextSurface } from './surface.ts'
import styles from './text.module.css'
import type { TextState } from './text-state.ts'

const LIMIT = 10_000

interface SearchStripProps {
  readonly surface: () => TextSurface | undefined
  readonly state: TextState
  readonly onClose: () => void
}

/** Search in the item. Enter selects the next match, so that a label key can label it; Escape leaves it selected. */
export function SearchStrip({ surface, state, onClose }: SearchStripProps) {
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { text } = state
  const found = useMemo(() => findAll(text, query, LIMIT), [text, query])
  const [current, setCurrent] = useState(-1)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    const on = surface()
    if (on === undefined || found.length === 0) return
    return highlight(
      'goldset-found',
      on.positions,
      found.map(start => ({ start, end: start + query.length }))
    )
  }, [surface, found, query])

  const chosen = found[current]
  useEffect(() => {
    const on = surface()
    if (on === undefined || chosen === undefined) return
    return highlight('goldset-matches', on.positions, [{ start: chosen, end: chosen + query.length }])
  }, [surface, chosen, query])

  const take = (by: 1 | -1) => {
    if (found.length === 0) return
    const from = state.selection === undefined ? -1 : Math.min(state.selection.anchor, state.selection.head)
    const beside = by === 1 ? found.findIndex(at => at > from) : found.findLastIndex(at => at < from)
    const next = beside === -1 ? (by === 1 ? 0 : found.length - 1) : beside
    const start = found[next] ?? 0
    setCurrent(next)
    state.select({ anchor: start, head: start + query.length })
    surface()?.reveal(start, start + query.length)
  }
  const count =
    found.length === LIMIT ? `${LIMIT.toLocaleString('en')} or more` : found.length.toLocaleString('en')
  return (
    <div className={styles.strip} role="search">
      <Field
        ref={field}
        small
        className="grow"
        before={<Icon name="search" small className="faint" />}
        value={query}
        placeholder="Search in this item"
        aria-label="Search in this item"
        onChange={event => {
          setQuery(event.target.value)
          setCurrent(-1)
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') take(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') {
            field.current?.blur()
            onClose()
          } else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className="faint" role="status">
        {query === '' ? '' : current === -1 ? count : `${(current + 1).toLocaleString('en')} of ${count}`}
      </span>
      <span className="faint">
        next <Cap keys="Enter" /> done <Cap keys="Escape" />
      </span>
    </div>
  )
}
