import { useEffect, useMemo, useState } from 'react'
import { SearchLine } from '../../../renderer/ui/SearchLine.tsx'
import { highlight } from './highlight.ts'
import { findAll } from '../../kit/find-all.ts'
import type { TextSurface } from './surface.ts'
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
  const { text } = state
  const found = useMemo(() => findAll(text, query, LIMIT), [text, query])
  const [current, setCurrent] = useState(-1)
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
  return (
    <SearchLine
      query={query}
      onQuery={asked => {
        setQuery(asked)
        setCurrent(-1)
      }}
      found={found.length}
      more={found.length === LIMIT}
      current={current}
      onGo={take}
      onClose={onClose}
    />
  )
}
