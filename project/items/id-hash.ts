/** 64 bits of an id, by a seed nobody knows beforehand. */
export interface IdHash {
  readonly low: number
  readonly high: number
}

/**
 * Two lanes of multiply and xor over UTF-16 code units, mixed at the end (Murmur3's finalizer). Not cryptographic:
 * whoever acts on two equal hashes compares the ids.
 */
export function idHash(seed: IdHash): (id: string) => IdHash {
  return id => {
    let low = seed.low ^ 0x9e3779b9
    let high = seed.high ^ 0x85ebca6b
    for (let i = 0; i < id.length; i++) {
      const unit = id.charCodeAt(i)
      low = Math.imul(low ^ unit, 0x9e3779b1)
      high = Math.imul(high ^ unit, 0x5f356495)
      high = (high << 13) | (high >>> 19)
    }
    return { low: mixed(low ^ (high >>> 7), id.length), high: mixed(high ^ (low >>> 9), ~id.length) }
  }
}

function mixed(value: number, length: number): number {
  let h = value ^ length
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
