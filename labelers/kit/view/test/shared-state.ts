import { useSyncExternalStore } from 'react'
import type { SharedState } from '../../view.ts'

/** State that the halves of a view share, as the shell keeps it for one task, for tests and benches of views alone. */
export function sharedState(): SharedState {
  const values = new Map<string, unknown>()
  const listeners = new Set<() => void>()
  const get = <T>(key: string, fallback: T): T => (values.has(key) ? (values.get(key) as T) : fallback)
  const set = <T>(key: string, value: T) => {
    values.set(key, value)
    for (const listener of [...listeners]) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    get,
    set,
    use: <T>(key: string, fallback: T): [T, (value: T) => void] => [
      useSyncExternalStore(subscribe, () => get(key, fallback)),
      value => set(key, value)
    ]
  }
}
