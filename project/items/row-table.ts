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

/** What a row takes, in memory and where it is kept. */
export const BYTES_PER_ROW = 29

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

  /**
   * Over what `bytes` gave when there were `count` rows, in place but for a last chunk that is not full. They begin at a
   * multiple of eight in their buffer. @throws RangeError if there are too few of them.
   */
  static fromBytes(bytes: Uint8Array, count: number): RowTable {
    if (bytes.length < count * BYTES_PER_ROW) throw new RangeError('There are fewer bytes than rows.')
    const table = new RowTable()
    table.#count = count
    for (let first = 0, at = 0; first < count; first += CHUNK) {
      const filled = Math.min(CHUNK, count - first)
      const kept = bytes.subarray(at, at + filled * BYTES_PER_ROW)
      table.#chunks.push(filled === CHUNK ? chunkOver(kept) : copiedChunk(kept, filled))
      at += kept.length
    }
    return table
  }

  /** All of it, chunk by chunk, column by column. */
  *bytes(): Generator<Uint8Array> {
    for (const [n, chunk] of this.#chunks.entries())
      for (const column of COLUMNS) {
        const filled = Math.min(CHUNK, this.#count - n * CHUNK)
        yield bytesOf(chunk[column], filled)
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
  return chunkOver(new Uint8Array(CHUNK * BYTES_PER_ROW))
}

/** A full chunk over its bytes, column by column as in `COLUMNS`. */
function chunkOver({ buffer, byteOffset }: Uint8Array): Chunk {
  const numbers = (n: number) => new Uint32Array(buffer, byteOffset + CHUNK * (8 + n * 4), CHUNK)
  return {
    start: new Float64Array(buffer, byteOffset, CHUNK),
    length: numbers(0),
    line: numbers(1),
    low: numbers(2),
    high: numbers(3),
    suffix: numbers(4),
    kind: new Uint8Array(buffer, byteOffset + CHUNK * 28, CHUNK)
  }
}

/** A chunk with room for more, its first rows from bytes. */
function copiedChunk(bytes: Uint8Array, filled: number): Chunk {
  const chunk = newChunk()
  let at = 0
  for (const column of COLUMNS) {
    const size = chunk[column].BYTES_PER_ELEMENT * filled
    bytesOf(chunk[column], filled).set(bytes.subarray(at, at + size))
    at += size
  }
  return chunk
}

function bytesOf(column: Chunk[(typeof COLUMNS)[number]], filled: number): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.BYTES_PER_ELEMENT * filled)
}
