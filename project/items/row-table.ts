const CHUNK = 1 << 16

/** What is known of a row. */
export const UNREAD = 0
export const HOLE = 1
/** Its id is written in the data. */
export const WRITTEN = 2
/** Its id is made from its content. */
export const MADE = 3
export type RowKind = typeof UNREAD | typeof HOLE | typeof WRITTEN | typeof MADE

interface Chunk {
  readonly start: Float64Array
  readonly length: Uint32Array
  readonly line: Uint32Array
  readonly low: Uint32Array
  readonly high: Uint32Array
  readonly suffix: Uint32Array
  readonly kind: Uint8Array
}

/** In the order they are stored. */
const COLUMNS = ['start', 'length', 'line', 'low', 'high', 'suffix', 'kind'] as const

/**
 * A few numbers per row of a project, 29 bytes in all: where it lies, what it is, and a hash of its id. In chunks, so
 * that growing never copies.
 */
export class RowTable {
  readonly #chunks: Chunk[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  /** Of `bytes`, as they were when there were `count` rows. @throws RangeError if there are too few of them. */
  static fromBytes(bytes: Uint8Array, count: number): RowTable {
    const table = new RowTable()
    table.#count = count
    for (let first = 0, at = 0; first < count; first += CHUNK) {
      const chunk = newChunk()
      table.#chunks.push(chunk)
      for (const column of COLUMNS) {
        const filled = chunk[column].BYTES_PER_ELEMENT * Math.min(CHUNK, count - first)
        const into = new Uint8Array(chunk[column].buffer, 0, filled)
        into.set(bytes.subarray(at, at + filled))
        at += filled
        if (at > bytes.length) throw new RangeError('There are fewer bytes than rows.')
      }
    }
    return table
  }

  /** How many bytes `bytes` gives. */
  get byteLength(): number {
    return this.#count * 29
  }

  /** All of it, chunk by chunk, column by column. */
  *bytes(): Generator<Uint8Array> {
    for (const [n, chunk] of this.#chunks.entries())
      for (const column of COLUMNS) {
        const filled = Math.min(CHUNK, this.#count - n * CHUNK)
        yield new Uint8Array(chunk[column].buffer, 0, chunk[column].BYTES_PER_ELEMENT * filled)
      }
  }

  add(start: number, length: number, line: number): number {
    const at = this.#count % CHUNK
    if (at === 0) this.#chunks.push(newChunk())
    const chunk = this.#chunks[this.#chunks.length - 1] ?? newChunk()
    chunk.start[at] = start
    chunk.length[at] = Math.min(length, 0xffffffff)
    chunk.line[at] = line
    return this.#count++
  }

  start(row: number): number {
    return this.#chunk(row).start[row % CHUNK] ?? 0
  }

  /** 0xffffffff for any row longer than that. */
  length(row: number): number {
    return this.#chunk(row).length[row % CHUNK] ?? 0
  }

  line(row: number): number {
    return this.#chunk(row).line[row % CHUNK] ?? 0
  }

  kind(row: number): RowKind {
    return this.#chunk(row).kind[row % CHUNK] as RowKind
  }

  setKind(row: number, kind: RowKind): void {
    this.#chunk(row).kind[row % CHUNK] = kind
  }

  low(row: number): number {
    return this.#chunk(row).low[row % CHUNK] ?? 0
  }

  high(row: number): number {
    return this.#chunk(row).high[row % CHUNK] ?? 0
  }

  setHash(row: number, low: number, high: number): void {
    const chunk = this.#chunk(row)
    chunk.low[row % CHUNK] = low
    chunk.high[row % CHUNK] = high
  }

  /** The `n` of an id that got `~n` because another item has it already; 0 for none. */
  suffix(row: number): number {
    return this.#chunk(row).suffix[row % CHUNK] ?? 0
  }

  setSuffix(row: number, n: number): void {
    this.#chunk(row).suffix[row % CHUNK] = n
  }

  /** Adds a row of another table as it is. */
  addFrom(other: RowTable, row: number): void {
    const added = this.add(other.start(row), other.length(row), other.line(row))
    this.setHash(added, other.low(row), other.high(row))
    this.setSuffix(added, other.suffix(row))
    this.setKind(added, other.kind(row))
  }

  #chunk(row: number): Chunk {
    const chunk = row < this.#count ? this.#chunks[Math.floor(row / CHUNK)] : undefined
    if (chunk === undefined) throw new RangeError(`There is no row ${row}`)
    return chunk
  }
}

function newChunk(): Chunk {
  return {
    start: new Float64Array(CHUNK),
    length: new Uint32Array(CHUNK),
    line: new Uint32Array(CHUNK),
    low: new Uint32Array(CHUNK),
    high: new Uint32Array(CHUNK),
    suffix: new Uint32Array(CHUNK),
    kind: new Uint8Array(CHUNK)
  }
}
