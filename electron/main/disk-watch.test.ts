import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DiskWatch } from './disk-watch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Seconds at which it looked, when each look takes so long. */
function watching(tookMs: number) {
  const started = performance.now()
  const looks: number[] = []
  const state = { shown: true }
  const watch = new DiskWatch({
    isShown: () => state.shown,
    look: () => {
      looks.push(Math.round((performance.now() - started) / 1000))
      return new Promise(resolve => setTimeout(resolve, tookMs))
    }
  })
  return { watch, looks, state }
}

test('looks every few seconds, and at once when asked', async () => {
  const { watch, looks } = watching(0)
  await vi.advanceTimersByTimeAsync(9_000)
  void watch.soon()
  await vi.advanceTimersByTimeAsync(5_000)
  watch.end()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(looks).toEqual([4, 8, 9, 13])
})

test('looks less often where looking takes long, and never twice at a time', async () => {
  const { watch, looks } = watching(2_000)
  await vi.advanceTimersByTimeAsync(5_000)
  void watch.soon()
  await vi.advanceTimersByTimeAsync(25_000)
  expect(looks).toEqual([4, 26])
})

test('does not look while the window is hidden', async () => {
  const { looks, state } = watching(0)
  state.shown = false
  await vi.advanceTimersByTimeAsync(20_000)
  state.shown = true
  await vi.advanceTimersByTimeAsync(5_000)
  expect(looks).toEqual([24])
})
