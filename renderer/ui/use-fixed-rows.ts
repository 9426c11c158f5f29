import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'

/** Browsers cut off what is taller, at about 33 million pixels. */
const TALLEST = 30_000_000
/** Rows are drawn in blocks of so many, so that most scrolling draws nothing new. */
const BLOCK = 8

export interface FixedRow {
  readonly place: number
  /** Pixels from the top of the list. */
  readonly top: number
  /** The same for rows that take turns: as a key it reuses what is drawn. */
  readonly slot: number
}

export interface FixedRows {
  /** Of the whole list, in pixels. */
  readonly height: number
  readonly rows: readonly FixedRow[]
  /** Scrolls just so far that a row is in sight. */
  readonly reveal: (place: number) => void
}

interface Sight {
  readonly scrollTop: number
  readonly height: number
}

/** The rows in sight of a list whose rows all have one height, however many they are, and a few around them. */
export function useFixedRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number
): FixedRows {
  const whole = count * rowHeight
  const height = Math.min(whole, TALLEST)
  // A list taller than any element is scrolled faster than the hand moves.
  const stretch = (sight: number) => (whole <= TALLEST ? 1 : (whole - sight) / (height - sight))
  // Nothing is shown before its height is known, so that no row is made for nothing.
  const [sight, setSight] = useState<Sight>({ scrollTop: 0, height: 0 })
  const exact = whole > TALLEST
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = () => {
      const block = exact ? 1 : BLOCK * rowHeight
      const seen = {
        scrollTop: Math.floor(element.scrollTop / block) * block,
        height: element.clientHeight === 0 ? 640 : element.clientHeight
      }
      setSight(before =>
        before.scrollTop === seen.scrollTop && before.height === seen.height ? before : seen
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
  }, [scroller, rowHeight, exact])

  const virtualTop = sight.scrollTop * stretch(sight.height)
  const inSight = Math.ceil(sight.height / rowHeight) + 1
  const drawn = Math.min(count, inSight + 3 * BLOCK)
  const start = Math.max(0, Math.min(count - drawn, Math.floor(virtualTop / rowHeight) - BLOCK))
  const rows = Array.from({ length: drawn }, (_, n) => {
    const place = start + n
    return { place, top: sight.scrollTop + place * rowHeight - virtualTop, slot: place % Math.max(1, drawn) }
  })

  const reveal = useCallback(
    (place: number) => {
      const element = scroller.current
      if (element === null) return
      const factor = whole <= TALLEST ? 1 : (whole - element.clientHeight) / (TALLEST - element.clientHeight)
      const [top, seen] = [place * rowHeight, element.scrollTop * factor]
      if (top < seen) element.scrollTop = top / factor
      else if (top + rowHeight > seen + element.clientHeight)
        element.scrollTop = (top + rowHeight - element.clientHeight) / factor
    },
    [scroller, rowHeight, whole]
  )
  useEffect(() => {
    const element = scroller.current
    if (element !== null && element.scrollTop > height) element.scrollTop = 0
  }, [scroller, height])
  return { height, rows, reveal }
}
