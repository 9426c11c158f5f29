import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { LabelState, SaveReceipt } from '../../electron/api/contract.ts'
import type { Result } from '../../schemas/schema.ts'
import { untouched } from './label-state.ts'
import { SaveQueue, type SaveView, type Work } from './save-queue.ts'

const state = (n: number): LabelState => ({ ...untouched, answers: { n } })
const work = (id: string, n: number): Work => ({ position: 0, id, state: state(n), activeMs: 0 })
const settled = () => new Promise(resolve => setTimeout(resolve))

/** A disk that refuses stale revisions and answers when told to. */
function disk() {
  const files = new Map<string, { revision: number; n: unknown }>()
  const calls: string[] = []
  const waiting: (() => void)[] = []
  const views: SaveView[] = []
  let full = false
  const queue = new SaveQueue({
    retryMs: 1_000_000,
    changed: view => views.push(view),
    send: ({ id, revision, state }) =>
      new Promise<Result<SaveReceipt>>(resolve => {
        calls.push(`${id}@${revision}=${String(state.answers['n'])}`)
        waiting.push(() => {
          const before = files.get(id)?.revision ?? 0
          if (full) return resolve({ ok: false, problems: [{ message: 'The disk is full.' }] })
          if (before !== revision)
            return resolve({ ok: false, problems: [{ message: 'The file has moved on.' }] })
          files.set(id, { revision: revision + 1, n: state.answers['n'] })
          resolve({
            ok: true,
            value: { revision: revision + 1, savedAt: '2026-06-01T10:42:16Z', counts: {} as never }
          })
        })
      })
  })
  const answer = async (which = 0) => {
    waiting.splice(which, 1)[0]?.()
    await settled()
  }
  return { queue, files, calls, waiting, views, answer, setFull: (is: boolean) => (full = is) }
}

describe('saving', () => {
  it('sends one state of an item at a time and only the newest that waits', async () => {
    const { queue, calls, answer } = disk()
    queue.opened('a', 0)
    for (const n of [1, 2, 3]) queue.put(work('a', n))
    await answer()
    await answer()
    expect(calls).toEqual(['a@0=1', 'a@1=3'])
  })

  it('keeps what failed, goes on with other items, and says saved only when the disk has said so', async () => {
    const { queue, files, views, answer, setFull } = disk()
    queue.opened('a', 4)
    files.set('a', { revision: 4, n: 0 })
    queue.put(work('a', 1))
    const whileSending = views.at(-1)
    setFull(true)
    await answer()
    const whenFull = views.at(-1)
    const kept = queue.unsaved().map(({ state }) => state.answers['n'])
    setFull(false)
    const flushed = queue.flush()
    await answer()
    expect({
      whileSending,
      whenFull,
      kept,
      flushed: await flushed,
      after: views.at(-1),
      files: [...files]
    }).toEqual({
      whileSending: { pending: 1, unsaved: 0, savedAt: null, problems: [] },
      whenFull: { pending: 1, unsaved: 1, savedAt: null, problems: [{ message: 'The disk is full.' }] },
      kept: [1],
      flushed: true,
      after: { pending: 0, unsaved: 0, savedAt: '2026-06-01T10:42:16Z', problems: [] },
      files: [['a', { revision: 5, n: 1 }]]
    })
  })

  it('tries again by itself', async () => {
    vi.useFakeTimers()
    const sent: number[] = []
    const queue = new SaveQueue({
      changed: () => {},
      send: async ({ revision }) => {
        sent.push(revision)
        return { ok: false, problems: [{ message: 'No.' }] }
      }
    })
    queue.opened('a', 0)
    queue.put(work('a', 1))
    await vi.advanceTimersByTimeAsync(25_000)
    queue.close()
    vi.useRealTimers()
    expect(sent).toEqual([0, 0, 0])
  })

  it('treats a broken process line as any other reason, and flush says that it failed', async () => {
    const queue = new SaveQueue({
      changed: () => {},
      send: () => Promise.reject(new Error('The other side is gone.'))
    })
    queue.opened('a', 0)
    queue.put(work('a', 1))
    const saved = await queue.flush()
    queue.close()
    expect({ saved, kept: queue.unsaved().length }).toEqual({ saved: false, kept: 1 })
  })

  it('ends with the newest state of every item on the disk, in whatever order answers come and however often it fails', async () => {
    const moves = fc.array(
      fc.oneof(
        fc.record({ put: fc.constantFrom('a', 'b', 'c') }),
        fc.record({ answer: fc.nat({ max: 3 }) }),
        fc.record({ full: fc.boolean() })
      ),
      { maxLength: 40 }
    )
    await fc.assert(
      fc.asyncProperty(moves, async list => {
        const { queue, files, waiting, answer, setFull } = disk()
        const newest = new Map<string, number>()
        for (const id of ['a', 'b', 'c']) queue.opened(id, 0)
        let n = 0
        for (const move of list) {
          if ('put' in move) {
            newest.set(move.put, ++n)
            queue.put(work(move.put, n))
          } else if ('answer' in move) await answer(Math.min(move.answer, Math.max(0, waiting.length - 1)))
          else setFull(move.full)
        }
        setFull(false)
        for (let round = 0; round < 10 && queue.unsaved().length > 0; round++) {
          while (waiting.length > 0) await answer()
          queue.retryNow()
        }
        queue.close()
        expect(new Map([...files].map(([id, file]) => [id, file.n]))).toEqual(newest)
      }),
      { numRuns: 60 }
    )
  })
})
