import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closing } from './closing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A window whose page answers, hangs or is gone, and whose person answers as told. */
function windowWith(page: 'alive' | 'hangs' | 'broken', closeAnyway = false) {
  const happened: string[] = []
  const state = { over: false }
  const rules = closing({
    tellPage: () => void happened.push('told'),
    pageAnswers: () => (page === 'hangs' ? new Promise(() => {}) : Promise.resolve(page === 'alive')),
    askPerson: async () => {
      happened.push('asked')
      return closeAnyway
    },
    close: () => void happened.push('closed'),
    isOver: () => state.over
  })
  return { ...rules, happened, state }
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('the window waits for its page, and closes when that has saved', async () => {
  const window = windowWith('alive')
  const first = window.mayClose()
  window.closeNow()
  expect([first, window.mayClose(), window.happened]).toEqual([false, true, ['told', 'closed']])
})

test('a page that is alive but cannot save is left to say so itself', async () => {
  const window = windowWith('alive')
  window.mayClose()
  await wait(60_000)
  expect(window.happened).toEqual(['told'])
})

test('a page that hangs or is broken is given its time, then the person decides', async () => {
  const outcomes = []
  for (const [page, anyway] of [
    ['hangs', true],
    ['broken', true],
    ['hangs', false]
  ] as const) {
    const window = windowWith(page, anyway)
    window.mayClose()
    await wait(4_900)
    const early = [...window.happened]
    await wait(1_200)
    outcomes.push({ early, then: window.happened.slice(1), mayClose: window.mayClose() })
  }
  expect(outcomes).toEqual([
    { early: ['told'], then: ['asked', 'closed'], mayClose: true },
    { early: ['told'], then: ['asked', 'closed'], mayClose: true },
    { early: ['told'], then: ['asked'], mayClose: false }
  ])
})

test('a person who closes once more is asked at once; keeping it open starts anew', async () => {
  const window = windowWith('alive')
  window.mayClose()
  window.mayClose()
  await wait(0)
  window.mayClose()
  expect(window.happened).toEqual(['told', 'asked', 'told'])
})

test('nobody is asked about a window that is gone, or whose page has crashed meanwhile', async () => {
  const gone = windowWith('hangs')
  gone.mayClose()
  gone.state.over = true
  await wait(60_000)
  const crashed = windowWith('hangs')
  crashed.pageGone()
  crashed.mayClose()
  crashed.pageGone()
  expect([gone.happened, gone.mayClose(), crashed.happened]).toEqual([['told'], true, ['told', 'closed']])
})
