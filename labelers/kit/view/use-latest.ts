import { type RefObject, useRef } from 'react'

/** A ref to what was rendered last, for handlers that outlive a render. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  latest.current = value
  return latest
}
