/*
 * Levenshtein distance of two lists: how many words (or characters) must be put in, taken out or replaced to make one of
 * the other. Thirty-two rows of the table at a time, as vertical differences of +1 and -1 in two words of bits:
 * G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 46 (1999),
 * with the blocks of its section 4. Two lists of 20,000 words take some 100 ms and no table.
 */

const WIDTH = 32

/** Words or characters as numbers, equal ones alike: what everything here compares. */
export interface Numbered {
  readonly a: Int32Array
  readonly b: Int32Array
}

export function numbered(a: readonly string[], b: readonly string[]): Numbered {
  const numbers = new Map<string, number>()
  const of = (list: readonly string[]) =>
    Int32Array.from(list, each => {
      let number = numbers.get(each)
      if (number === undefined) numbers.set(each, (number = numbers.size))
      return number
    })
  return { a: of(a), b: of(b) }
}

/** How many equal ones stand at the start of both, and how many of the others at the end. */
export function sameEnds(a: Int32Array, b: Int32Array): { readonly start: number; readonly end: number } {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return { start, end }
}

export function editDistance(a: readonly string[], b: readonly string[]): number {
  const both = numbered(a, b)
  const { start, end } = sameEnds(both.a, both.b)
  const [one, other] = [both.a.subarray(start, a.length - end), both.b.subarray(start, b.length - end)]
  if (one.length === 0 || other.length === 0) return Math.max(one.length, other.length)
  return distancesOf(one, other)[one.length] ?? 0
}

/** From every start of `a`, the empty one first, to the whole of `b`. Memory grows with `a` only. */
export function distancesOf(a: Int32Array, b: Int32Array): Int32Array {
  const blocks = Math.ceil(a.length / WIDTH)
  const up = new Int32Array(blocks).fill(-1)
  const down = new Int32Array(blocks)
  const places = new Places(a, blocks)
  for (const number of b) {
    const equal = places.take(number)
    let carry = 1
    for (let block = 0; block < blocks; block++) {
      const rising = up[block] as number
      const falling = down[block] as number
      let same = equal[block] as number
      const vertical = same | falling
      if (carry < 0) same |= 1
      const across = ((((same & rising) + rising) | 0) ^ rising) | same
      let plus = falling | ~(across | rising)
      let minus = rising & across
      const out = plus < 0 ? 1 : minus < 0 ? -1 : 0
      plus <<= 1
      minus <<= 1
      if (carry < 0) minus |= 1
      else if (carry > 0) plus |= 1
      up[block] = minus | ~(vertical | plus)
      down[block] = plus & vertical
      carry = out
    }
    places.putBack(number)
  }
  const distances = new Int32Array(a.length + 1)
  distances[0] = b.length
  for (let row = 0; row < a.length; row++) {
    const bit = 1 << (row % WIDTH)
    const block = Math.floor(row / WIDTH)
    const step = ((up[block] as number) & bit) !== 0 ? 1 : ((down[block] as number) & bit) !== 0 ? -1 : 0
    distances[row + 1] = (distances[row] as number) + step
  }
  return distances
}

/**
 * Where in a list a number stands, as bits. Frequent ones (at most 32 of them are) keep their bits; those of the others are
 * set in one scratch list, and cleared again: so memory stays within that of the list.
 */
class Places {
  readonly #rows = new Map<number, number[]>()
  readonly #kept = new Map<number, Int32Array>()
  readonly #scratch: Int32Array

  constructor(list: Int32Array, blocks: number) {
    this.#scratch = new Int32Array(blocks)
    for (const [row, number] of list.entries()) {
      const rows = this.#rows.get(number)
      if (rows === undefined) this.#rows.set(number, [row])
      else rows.push(row)
    }
    for (const [number, rows] of this.#rows)
      if (rows.length > blocks) this.#kept.set(number, withBits(new Int32Array(blocks), rows))
  }

  /** Valid until it is put back. */
  take(number: number): Int32Array {
    return this.#kept.get(number) ?? withBits(this.#scratch, this.#rows.get(number) ?? [])
  }

  putBack(number: number): void {
    if (this.#kept.has(number)) return
    for (const row of this.#rows.get(number) ?? []) this.#scratch[Math.floor(row / WIDTH)] = 0
  }
}

function withBits(bits: Int32Array, rows: readonly number[]): Int32Array {
  for (const row of rows) {
    const block = Math.floor(row / WIDTH)
    bits[block] = (bits[block] as number) | (1 << (row % WIDTH))
  }
  return bits
}
