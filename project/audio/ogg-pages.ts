import type { FileWindow } from './file-window.ts'

const HEAD = 27
const LONGEST_PAGE = HEAD + 255 + 255 * 255
/** What lies between two pages and is none. Longer than this, the recording ends there. */
const LONGEST_GAP = 1 << 20

/** A page of one stream in an Ogg file (RFC 3533, section 6). */
export interface OggPage {
  readonly place: number
  readonly end: number
  /** Samples up to the end of the last packet that ends on it; undefined where none does. */
  readonly position: number | undefined
  readonly continues: boolean
  readonly last: boolean
}

/** The pages of the stream that begins first, from a place on. */
export async function* oggPages(file: FileWindow, start: number, stream: number): AsyncGenerator<OggPage> {
  for (let at: number | undefined = start; at !== undefined;) {
    const head = await file.at(at, HEAD + 255)
    if (head.length < HEAD || head.toString('latin1', 0, 4) !== 'OggS') {
      at = await nextMark(file, at + 1)
      continue
    }
    const segments = head[26]!
    let length = HEAD + segments
    for (let segment = 0; segment < segments; segment++) length += head[HEAD + segment] ?? 0
    // Cut by the end of the file.
    if (at + length > file.size) return
    const position = head.readBigInt64LE(6)
    const flags = head[5]!
    if (head.readUInt32LE(14) === stream)
      yield {
        place: at,
        end: at + length,
        position: position < 0n ? undefined : Number(position),
        continues: (flags & 1) !== 0,
        last: (flags & 4) !== 0
      }
    at += length
  }
}

async function nextMark(file: FileWindow, from: number): Promise<number | undefined> {
  for (let at = from; at < Math.min(file.size, from + LONGEST_GAP);) {
    const bytes = await file.rest(at, LONGEST_PAGE)
    const found = bytes.indexOf('OggS', 0, 'latin1')
    if (found >= 0) return at + found
    at += Math.max(1, bytes.length - 3)
  }
  return undefined
}

/** Puts packets together that lie on several pages. */
export class OggPackets {
  #begun: Buffer[] = []

  /** The packets that end on a page, given its bytes. A page that was left out before it costs the packet that lies on both. */
  of(bytes: Buffer, { continues }: Pick<OggPage, 'continues'>): Uint8Array[] {
    const packets: Uint8Array[] = []
    const segments = bytes[26] ?? 0
    let at = HEAD + segments
    let begin = at
    let lost = continues && this.#begun.length === 0
    if (!continues) this.#begun = []
    for (let segment = 0; segment < segments; segment++) {
      const length = bytes[HEAD + segment] ?? 0
      at += length
      if (length === 255) continue
      if (!lost) packets.push(Uint8Array.from(Buffer.concat([...this.#begun, bytes.subarray(begin, at)])))
      this.#begun = []
      lost = false
      begin = at
    }
    if (begin < at && !lost) this.#begun.push(Buffer.from(bytes.subarray(begin, at)))
    return packets
  }
}
