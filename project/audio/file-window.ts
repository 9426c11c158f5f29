import type { Files } from '../files.ts'

const PIECE = 1 << 20

/** A large file that is looked through from one place on: it is read in pieces, and one of them is held. */
export class FileWindow {
  readonly size: number
  readonly #files: Files
  readonly #path: string
  readonly #piece: number
  #start = 0
  #bytes: Buffer = Buffer.alloc(0)

  constructor(files: Files, path: string, size: number, piece = PIECE) {
    this.#files = files
    this.#path = path
    this.size = size
    this.#piece = piece
  }

  /** `length` bytes from `at`, fewer only where the file ends. They are true until the next call. */
  async at(at: number, length: number): Promise<Buffer> {
    const end = Math.min(at + length, this.size)
    if (at < this.#start || end > this.#start + this.#bytes.length) {
      const read = await this.#files.readRange(this.#path, at, Math.max(length, this.#piece))
      this.#bytes = Buffer.from(read.buffer, read.byteOffset, read.length)
      this.#start = at
    }
    return this.#bytes.subarray(at - this.#start, Math.max(0, end - this.#start))
  }

  /** What is held from `at` on without reading, at least `least` bytes of it where the file has them. */
  async rest(at: number, least: number): Promise<Buffer> {
    await this.at(at, least)
    return this.#bytes.subarray(at - this.#start)
  }
}
