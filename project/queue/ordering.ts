import type { ItemOrder } from '../../schemas/queue-view.ts'
import type { Marks } from './marks.ts'

/** An order that the columns alone give. */
export type QuickOrder = Exclude<ItemOrder, { by: 'title' | 'id' }>

export function isQuick(order: ItemOrder): order is QuickOrder {
  return order.by !== 'title' && order.by !== 'id'
}

/** Positions in an order. What is alike stays as it was. */
export function inOrder(
  positions: Uint32Array,
  order: Exclude<QuickOrder, { by: 'source' }>,
  mine: Marks
): Uint32Array {
  if (order.by === 'shuffle') return byKey(positions, shuffleKeys(positions, order.seed))
  const column = { status: mine.status, time: mine.activeMs, saved: mine.saved }[order.by]
  const keys = new Uint32Array(positions.length)
  for (let place = 0; place < positions.length; place++) {
    const key = column[positions[place] ?? 0] ?? 0
    keys[place] = order.descending ? 0xffff_ffff - key : key
  }
  return byKey(positions, keys)
}

/**
 * A number for each position that depends on it and the seed alone, so that neither a filter nor data that is still being
 * indexed moves what is there. The mixing steps are MurmurHash3's finaliser (Austin Appleby, public domain).
 */
function shuffleKeys(positions: Uint32Array, seed: number): Uint32Array {
  const start = mixed(seed + 0x9e37_79b9)
  return positions.map(position => mixed(mixed(position ^ start) + start))
}

function mixed(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS

/** Sorts by radix, in three passes whatever the keys are: stable, and a million take a few tens of milliseconds. */
function byKey(positions: Uint32Array, keys: Uint32Array): Uint32Array {
  let [from, fromKeys] = [positions, keys]
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const starts = new Uint32Array(DIGITS + 1)
    for (const key of fromKeys) {
      const next = ((key >>> shift) & (DIGITS - 1)) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let digit = 1; digit <= DIGITS; digit++)
      starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0)
    const [to, toKeys] = [new Uint32Array(from.length), new Uint32Array(from.length)]
    for (let place = 0; place < from.length; place++) {
      const key = fromKeys[place] ?? 0
      const digit = (key >>> shift) & (DIGITS - 1)
      const target = starts[digit] ?? 0
      starts[digit] = target + 1
      to[target] = from[place] ?? 0
      toKeys[target] = key
    }
    ;[from, fromKeys] = [to, toKeys]
  }
  return from
}
