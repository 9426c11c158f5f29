import type { Files } from '../files.ts'

/** What a file holds is not what its format promises. The message is a sentence for the person. */
export class MalformedMedia extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MalformedMedia'
  }
}

const PAGE = 64 * 1024

/** More than any honest head needs, and still read in the blink of an eye. */
const MOST_READ = 16 * 1024 * 1024

/** Bytes of a file that is too large to be read whole: page by page as a parser asks for them, and never many. */
export class FileBytes {
  readonly size: number
  readonly #files: Files
  readonly #path: string
  readonly #pages = new Map<number, Buffer>()
  #read = 0

  constructor(files: Files, path: string, size: number) {
    this.#files = files
    this.#path = path
    this.size = size
  }

  /**
   * Exactly `length` bytes from `offset`.
   * @throws MalformedMedia when the file ends before, or when more has been read than a head can be.
   * @throws FileError
   */
  async at(offset: number, length: number): Promise<Buffer> {
    if (offset < 0 || length < 0 || offset + length > this.size) throw new MalformedMedia(CUT_OFF)
    const first = Math.floor(offset / PAGE)
    const last = Math.floor((offset + length - 1) / PAGE)
    const parts: Buffer[] = []
    for (let page = first; page <= last; page++) parts.push(await this.#page(page))
    const bytes = parts.length === 1 ? parts[0] : Buffer.concat(parts)
    const start = offset - first * PAGE
    const found = bytes?.subarray(start, start + length)
    // The file got shorter while it was read.
    if (found?.length !== length) throw new MalformedMedia(CUT_OFF)
    return found
  }

  /** Like `at`, with fewer bytes where the file ends. */
  upTo(offset: number, length: number): Promise<Buffer> {
    return this.at(offset, Math.max(0, Math.min(length, this.size - offset)))
  }

  async #page(page: number): Promise<Buffer> {
    const known = this.#pages.get(page)
    if (known !== undefined) return known
    this.#read += PAGE
    if (this.#read > MOST_READ) throw new MalformedMedia('The head of this file goes on without an end.')
    const bytes = Buffer.from(await this.#files.readRange(this.#path, page * PAGE, PAGE))
    this.#pages.set(page, bytes)
    return bytes
  }
}

export const CUT_OFF = 'This file is cut off: it ends before its content does.'
