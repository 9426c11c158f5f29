import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { type Edit, editCount, edits } from './edits.ts'

/** As it stands in textbooks. */
function byTable(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, one] of a.entries()) {
    const next = [i + 1]
    for (const [j, other] of b.entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (one === other ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}

const letters = (most: number) => fc.array(fc.constantFrom(...'abcd'), { maxLength: most })
const lists = fc.oneof(
  fc.tuple(letters(8), letters(8)),
  fc.tuple(letters(150), letters(150)),
  // Much alike, and longer than a few blocks of bits.
  fc
    .tuple(letters(150), fc.array(fc.tuple(fc.nat(150), fc.constantFrom('a', 'x', ''))))
    .map(([list, changes]) => {
      const other = [...list]
      for (const [at, by] of changes) other.splice(at, 1, ...(by === '' ? [] : [by]))
      return [list, other] as [string[], string[]]
    })
)

/** `the cat|-the=>a|+sat`: what is the same, replaced, taken out, put in. */
const drawn = (a: readonly string[], b: readonly string[]): string =>
  edits(a, b)
    .map(({ kind, aStart, aEnd, bStart, bEnd }: Edit) => {
      const [was, is] = [a.slice(aStart, aEnd).join(' '), b.slice(bStart, bEnd).join(' ')]
      return { same: was, replaced: `${was}=>${is}`, removed: `-${was}`, added: `+${is}` }[kind]
    })
    .join('|')

describe('the distance of two lists', () => {
  it('is that of the table in textbooks', () => {
    fc.assert(
      fc.property(lists, ([a, b]) => {
        expect(editDistance(a, b)).toBe(byTable(a, b))
      }),
      { numRuns: 500 }
    )
  })

  it('is known for two hours of speech in well under a second, without a table', () => {
    const words = (seed: number) =>
      Array.from(
        { length: 20_000 },
        (_, at) => `word${((at + 1) * 7919 + (at % 11 === 0 ? seed : 0)) % 3001}`
      )
    const started = performance.now()
    const distance = editDistance(words(0), words(5))
    expect([distance, performance.now() - started < 1500]).toEqual([1819, true])
  })
})

describe('the edits that make one list of another', () => {
  it('are as few as can be, in order and without a gap, and name what is the same', () => {
    fc.assert(
      fc.property(lists, ([a, b]) => {
        const all = edits(a, b)
        expect(editCount(all)).toBe(byTable(a, b))
        const made = all.flatMap(({ kind, aStart, aEnd, bStart, bEnd }) => {
          if (kind === 'same') expect(a.slice(aStart, aEnd)).toEqual(b.slice(bStart, bEnd))
          if (kind === 'replaced') expect(aEnd - aStart).toBe(bEnd - bStart)
          return b.slice(bStart, bEnd)
        })
        expect([made, all.flatMap(({ aStart, aEnd }) => a.slice(aStart, aEnd))]).toEqual([b, a])
        expect(all.filter(({ kind }, at) => kind === all[at - 1]?.kind)).toEqual([])
      }),
      { numRuns: 500 }
    )
  })

  it('read as a person would tell them', () => {
    const words = (text: string) => text.split(' ').filter(word => word !== '')
    expect(
      [
        ['is she still taking the amoxicillin', 'is she still taking it'],
        ['no no swelling', 'no swelling at all'],
        ['', 'right'],
        ['right', ''],
        ['same', 'same']
      ].map(([a = '', b = '']) => drawn(words(a), words(b)))
    ).toEqual([
      'is she still taking|the=>it|-amoxicillin',
      'no|-no|swelling|+at all',
      '+right',
      '-right',
      'same'
    ])
  })

  it('are found for two hours of speech in well under two seconds', () => {
    const words = (seed: number) =>
      Array.from(
        { length: 20_000 },
        (_, at) => `word${((at + 1) * 7919 + (at % 11 === 0 ? seed : 0)) % 3001}`
      )
    const started = performance.now()
    const count = editCount(edits(words(0), words(5)))
    expect([count, performance.now() - started < 3000]).toEqual([1819, true])
  })
})
