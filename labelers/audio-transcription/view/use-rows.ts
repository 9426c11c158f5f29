import { type RefObject, useCallback, useLayoutEffect, useReducer, useState } from 'react'
import { RowHeights } from './row-heights.ts'

/** Pixels above and below what is in sight that are drawn too. */
const AROUND = 240

interface Rows {
  /** Pixels of the whole list. */
  readonly total: number
  readonly drawn: readonly { readonly place: number; readonly top: number }[]
  /** Scrolls just so far that a row is in sight. */
  readonly reveal: (place: number) => void
}

/**
 * The rows in sight of a list whose rows have different heights. Each drawn row is found in the page by `data-row`, its
 * place, and measured; where a guess above the sight was wrong, what is in sight stays where it is.
 */
export function useRows(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
  guess: (place: number, width: number) => number
): Rows {
  const [heights] = useState(() => new RowHeights())
  const [sight, setSight] = useState({ top: 0, height: 640, width: 700 })
  const [, again] = useReducer((n: number) => n + 1, 0)
  heights.lay(ids, place => guess(place, sight.width))

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    let { clientWidth } = element
    const look = () => {
      if (element.clientWidth !== clientWidth) {
        clientWidth = element.clientWidth
        heights.forget()
      }
      const top = Math.floor(element.scrollTop / 64) * 64
      const height = element.clientHeight === 0 ? 640 : element.clientHeight
      const width = element.clientWidth === 0 ? 700 : element.clientWidth
      setSight(before =>
        before.top === top && before.height === height && before.width === width
          ? before
          : { top, height, width }
      )
    }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, heights])

  const first = heights.at(sight.top - AROUND)
  const last = ids.length === 0 ? -1 : heights.at(sight.top + sight.height + 64 + AROUND)
  const drawn = Array.from({ length: last - first + 1 }, (_, n) => {
    const place = first + n
    return { place, top: heights.top(place) }
  })

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const anchor = heights.at(element.scrollTop)
    const offset = element.scrollTop - heights.top(anchor)
    let wrong = false
    for (const row of element.querySelectorAll<HTMLElement>('[data-row]')) {
      const id = ids[Number(row.dataset['row'])]
      if (id !== undefined && heights.measured(id, row.offsetHeight)) wrong = true
    }
    if (!wrong) return
    heights.lay(ids, place => guess(place, sight.width))
    const top = heights.top(anchor) + offset
    if (Math.abs(top - element.scrollTop) >= 1) element.scrollTop = top
    again()
  })

  const reveal = useCallback(
    (place: number) => {
      const element = scroller.current
      if (element === null) return
      const [top, bottom] = [heights.top(place), heights.top(place + 1)]
      if (top < element.scrollTop) element.scrollTop = top
      else if (bottom > element.scrollTop + element.clientHeight)
        element.scrollTop = bottom - element.clientHeight
    },
    [scroller, heights]
  )
  return { total: heights.total, drawn, reveal }
}
