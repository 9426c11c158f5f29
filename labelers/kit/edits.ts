import { distancesOf, numbered, sameEnds } from './edit-distance.ts'

/** What becomes of a piece of the first list, `[aStart, aEnd)`, in the second, `[bStart, bEnd)`. */
export interface Edit {
  readonly kind: 'same' | 'replaced' | 'removed' | 'added'
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
}

/**
 * How one list becomes the other with the fewest edits, in order and without a gap: pieces that are the same, replaced one
 * by one, taken out or put in. Halves the second list again and again (D. S. Hirschberg, CACM 18, 1975), so that memory
 * grows with the lists and not with their product.
 */
export function edits(a: readonly string[], b: readonly string[]): readonly Edit[] {
  const both = numbered(a, b)
  const runs: Edit[] = []
  align(both.a, both.b, 0, 0, (kind, aStart, aLength, bStart, bLength) => {
    if (aLength === 0 && bLength === 0) return
    const last = runs.at(-1)
    const next = { kind, aStart, aEnd: aStart + aLength, bStart, bEnd: bStart + bLength }
    if (last?.kind === kind) runs[runs.length - 1] = { ...last, aEnd: next.aEnd, bEnd: next.bEnd }
    else runs.push(next)
  })
  return runs
}

/** How many edits there are: the edit distance. */
export function editCount(all: readonly Edit[]): number {
  return all.reduce(
    (sum, { kind, aStart, aEnd, bStart, bEnd }) =>
      kind === 'same' ? sum : sum + Math.max(aEnd - aStart, bEnd - bStart),
    0
  )
}

type Emit = (kind: Edit['kind'], aStart: number, aLength: number, bStart: number, bLength: number) => void

function align(a: Int32Array, b: Int32Array, aFrom: number, bFrom: number, emit: Emit): void {
  const { start, end } = sameEnds(a, b)
  emit('same', aFrom, start, bFrom, start)
  const [one, other] = [a.subarray(start, a.length - end), b.subarray(start, b.length - end)]
  const [aAt, bAt] = [aFrom + start, bFrom + start]
  if (one.length === 0) emit('added', aAt, 0, bAt, other.length)
  else if (other.length === 0) emit('removed', aAt, one.length, bAt, 0)
  else if (other.length === 1 || one.length * other.length <= SMALL) alignSmall(one, other, aAt, bAt, emit)
  else {
    const middle = Math.floor(other.length / 2)
    const cut = bestCut(one, other.subarray(0, middle), other.subarray(middle))
    align(one.subarray(0, cut), other.subarray(0, middle), aAt, bAt, emit)
    align(one.subarray(cut), other.subarray(middle), aAt + cut, bAt + middle, emit)
  }
  emit('same', aFrom + a.length - end, end, bFrom + b.length - end, end)
}

/** Where the first list must be cut so that its parts are nearest to the two given ones. */
function bestCut(list: Int32Array, left: Int32Array, right: Int32Array): number {
  const before = distancesOf(list, left)
  const behind = distancesOf(list.toReversed(), right.toReversed())
  let cut = 0
  let least = Infinity
  for (let at = 0; at <= list.length; at++) {
    const both = (before[at] ?? 0) + (behind[list.length - at] ?? 0)
    if (both < least) [least, cut] = [both, at]
  }
  return cut
}

/**
 * By the table, which fits here: with the fewest edits, and of those ways the one that keeps most as it is. At the same
 * place what is taken out comes before what is put in.
 */
function alignSmall(a: Int32Array, b: Int32Array, aAt: number, bAt: number, emit: Emit): void {
  const wide = b.length + 1
  // Cost of what is left from each place: an edit outweighs everything that could stay the same.
  const cost = new Float64Array((a.length + 1) * wide)
  const of = (i: number, j: number) => cost[i * wide + j] as number
  for (let i = a.length; i >= 0; i--)
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length && j === b.length) continue
      const out = i < a.length ? of(i + 1, j) + EDIT : Infinity
      const put = j < b.length ? of(i, j + 1) + EDIT : Infinity
      const both = i < a.length && j < b.length ? of(i + 1, j + 1) + (a[i] === b[j] ? -1 : EDIT) : Infinity
      cost[i * wide + j] = Math.min(out, put, both)
    }
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const left = of(i, j)
    const same = i < a.length && j < b.length && a[i] === b[j]
    if (i < a.length && j < b.length && left === of(i + 1, j + 1) + (same ? -1 : EDIT))
      emit(same ? 'same' : 'replaced', aAt + i++, 1, bAt + j++, 1)
    else if (i < a.length && left === of(i + 1, j) + EDIT) emit('removed', aAt + i++, 1, bAt + j, 0)
    else emit('added', aAt + i, 0, bAt + j++, 1)
  }
}

/** Cells of a table that is small. */
const SMALL = 1 << 16
/** More than can be the same in a small table. */
const EDIT = SMALL
