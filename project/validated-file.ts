import type { Adapter } from 'lowdb'
import type { Problem } from '../schemas/schema.ts'
import { describe } from '../schemas/schema.ts'
import {
  type DocumentFormat,
  problemOf,
  problemOfSize,
  type ReadDocument,
  readDocument,
  writeText
} from './document.ts'
import type { Files } from './files.ts'

/** A document could not be read, or must not be written. */
export class DocumentError extends Error {
  constructor(readonly problem: Problem) {
    super(describe(problem))
    this.name = 'DocumentError'
  }
}

/**
 * lowdb's way to the disk. Its own adapters never fsync, and its `Low` takes a missing file, `null`, `0` and `false`
 * for "use the default": here all of these throw, so a default can never be written over somebody's work.
 */
export class ValidatedFile<T extends object> implements Adapter<T> {
  /** Of the file that the last `write` made, as `Files.stat` gives it. */
  written: string | undefined

  constructor(
    private readonly files: Files,
    readonly path: string,
    private readonly shown: string,
    private readonly format: DocumentFormat<T>,
    /** Where the bytes that a write replaces stay findable. */
    private readonly keep?: string
  ) {}

  /** The same as `read`, with what went wrong as a value. */
  load(): Promise<ReadDocument<T>> {
    return readDocument(this.files, this.path, this.shown, this.format)
  }

  /** @throws DocumentError for whatever is not a document of this format and version. */
  async read(): Promise<T> {
    const found = await this.load()
    switch (found.kind) {
      case 'document':
        return found.value
      case 'missing':
        throw new DocumentError({ file: this.shown, message: 'The file is not there.' })
      case 'newer':
        throw new DocumentError({ file: this.shown, message: newerSentence(found.mark) })
      case 'damaged':
      case 'unreadable':
        throw new DocumentError(found.problem)
    }
  }

  /** @throws DocumentError before anything is written, `FileError` when the disk does not take it. */
  async write(data: T): Promise<void> {
    const text = this.textOf(data)
    const options = this.keep === undefined ? {} : { keep: this.keep }
    this.written = (await this.files.write(this.path, text, options)).identity
  }

  /** Like `write`, and rejects with `exists` if there is anything already. */
  async create(data: T): Promise<void> {
    await this.files.create(this.path, this.textOf(data))
  }

  /** The bytes `write` would write. */
  textOf(data: T): string {
    const refused = problemOf(data, this.shown, this.format)
    if (refused !== undefined) throw new DocumentError(refused)
    const text = writeText(data, this.format)
    const tooLong = problemOfSize(text, this.shown, this.format)
    if (tooLong !== undefined) throw new DocumentError(tooLong)
    return text
  }
}

export function newerSentence(mark: string): string {
  return `This was written by a newer version of Goldset (${mark}). It can be read and not changed; update Goldset to work on it.`
}
