import { type RefObject, useEffect, useMemo, useState } from 'react'
import { SearchLine } from '../../../ui/SearchLine.tsx'
import { findInColumn, mark, rangeOf, reveal } from './find-in-column.ts'

const LIMIT = 10_000

/** Where the search field is found by its command. */
export const searchFieldId = 'item-search'

interface FieldSearchProps {
  /** What is searched: the reading column. */
  readonly column: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** Search in the fields of the item. Done, the place shown last is selected, to copy it or to read on from there. */
export function FieldSearch({ column, onClose }: FieldSearchProps) {
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(-1)
  const drawn = useDrawn(column)
  const places = useMemo(
    // `drawn`: the end of a long conversation is drawn after its beginning.
    () => (drawn < 0 || column.current === null ? [] : findInColumn(column.current, query, LIMIT)),
    [column, query, drawn]
  )
  const shown = places[current]
  useEffect(() => mark('item-found', places), [places])
  useEffect(() => (shown === undefined ? undefined : mark('item-found-now', [shown])), [shown])

  const go = (by: 1 | -1) => {
    if (places.length === 0) return
    const from = current === -1 && by === -1 ? 0 : current
    const next = (from + by + places.length) % places.length
    const place = places[next]
    setCurrent(next)
    if (column.current !== null && place !== undefined) reveal(column.current, place)
  }
  const close = () => {
    column.current?.focus({ preventScroll: true })
    if (shown !== undefined) {
      const selection = getSelection()
      selection?.removeAllRanges()
      selection?.addRange(rangeOf(shown))
    }
    onClose()
  }
  return (
    <SearchLine
      id={searchFieldId}
      query={query}
      onQuery={asked => {
        setQuery(asked)
        setCurrent(-1)
      }}
      found={places.length}
      more={places.length === LIMIT}
      current={current}
      onGo={go}
      onClose={close}
    />
  )
}

/** Raised whenever more of the column was drawn. */
function useDrawn(column: RefObject<HTMLElement | null>): number {
  const [drawn, setDrawn] = useState(0)
  useEffect(() => {
    // Drawn between the first look and now, perhaps.
    setDrawn(times => times + 1)
    const watch = new MutationObserver(() => setDrawn(times => times + 1))
    if (column.current !== null) watch.observe(column.current, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [column])
  return drawn
}
