import { createHash, type Hash } from 'node:crypto'
import { join } from 'node:path'
import type { ExportChunk } from '../../labelers/kit/format.ts'
import { MANIFEST_FILE } from '../../schemas/export-manifest.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import type { Files, FileWriter } from '../files.ts'
import { foreignCompanion } from './companions.ts'
import type { CopiedBytes } from './copied-bytes.ts'
import type { ExportTarget } from './export-target.ts'

export interface WrittenFile {
  /** Relative to the export folder, POSIX. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

interface DataFile {
  /** Undefined once nothing more comes. */
  hash: Hash | undefined
  sha256: string
  /** Absent when nothing is to be written. */
  readonly writer: FileWriter | undefined
  bytes: number
  records: number
  waiting: string[]
  waitingLength: number
}

/** Pieces are a record each; a write for each would be slow. In UTF-16 units. */
const BUFFER_LENGTH = 64 * 1024

/** Collects the pieces of an export. Nothing shows under its name before `commit`. */
export class ExportOutput {
  readonly #data = new Map<string, DataFile>()
  readonly #companions = new Map<string, string>()
  readonly #files: Files
  readonly #target: ExportTarget | null

  /** Without a target it only counts. */
  constructor(files: Files, target: ExportTarget | null) {
    this.#files = files
    this.#target = target
  }

  /** `folder` is empty or ends with a slash. Returns why this file cannot be written. */
  async write(chunk: ExportChunk, folder: string): Promise<Problem | undefined> {
    const path = folder + chunk.file
    const file = await this.#open(path)
    if ('message' in file) return file
    file.records += chunk.records ?? 1
    file.waiting.push(chunk.text)
    file.waitingLength += chunk.text.length
    if (file.waitingLength >= BUFFER_LENGTH) await flush(file)
    if (chunk.last === true) await close(file)
    return undefined
  }

  /**
   * Takes the bytes of a file, or a piece of it. What went out already does not go twice. Returns why the copy cannot be
   * written; rejects when `open` or the reading of what it gives does.
   */
  async copy(name: string, folder: string, open: () => Promise<CopiedBytes>): Promise<Problem | undefined> {
    const path = folder + name
    if (this.#data.has(path)) return undefined
    const copied = await open()
    const file = await this.#open(path)
    if ('message' in file) return file
    try {
      if (file.writer === undefined) file.bytes = copied.size
      else
        for await (const bytes of copied.stream()) {
          file.hash?.update(bytes)
          file.bytes += bytes.length
          await file.writer.write(bytes)
        }
    } catch (error) {
      this.#data.delete(path)
      await file.writer?.abort()
      throw error
    }
    await close(file)
    return undefined
  }

  async #open(path: string): Promise<DataFile | Problem> {
    const there = this.#data.get(path)
    if (there !== undefined) return there
    const refusal = this.#target?.refusal(path) ?? (sameName(path, MANIFEST_FILE) ? taken(path) : undefined)
    if (refusal !== undefined) return refusal
    const writer = this.#target === null ? undefined : await this.#files.writer(this.#place(path))
    const file = {
      hash: createHash('sha256'),
      sha256: '',
      writer,
      bytes: 0,
      records: 0,
      waiting: [],
      waitingLength: 0
    }
    this.#data.set(path, file)
    return file
  }

  addCompanion(chunk: ExportChunk, folder: string): Problem | undefined {
    const path = folder + chunk.file
    const data = [...this.#data.keys()].find(one => sameName(one, path))
    const refusal = data === undefined ? this.#target?.refusal(path) : taken(data)
    if (refusal === undefined) this.#companions.set(path, (this.#companions.get(path) ?? '') + chunk.text)
    return refusal
  }

  /** Records by data file of that folder, as its exporter named them. */
  counts(folder: string): ReadonlyMap<string, number> {
    const own = [...this.#data].filter(([path]) => path.startsWith(folder))
    return new Map(own.map(([path, file]) => [path.slice(folder.length), file.records]))
  }

  get records(): number {
    return [...this.#data.values()].reduce((sum, file) => sum + file.records, 0)
  }

  /** Data files, then companions. */
  names(): readonly string[] {
    return [...this.#data.keys(), ...this.#companions.keys()]
  }

  /** Gives every file its name, the manifest last. Returns their absolute paths. */
  async commit(manifest: (files: readonly WrittenFile[]) => string): Promise<Result<readonly string[]>> {
    if (this.#target === null) return ok([])
    const foreign = await foreignCompanion(this.#files, this.#target.folder, this.#companions)
    if (foreign !== undefined) return failed(foreign)
    const written: WrittenFile[] = []
    for (const [path, file] of this.#data) {
      await close(file)
      written.push({ path, bytes: file.bytes, sha256: file.sha256 })
    }
    for (const [path, text] of this.#companions) {
      const sha256 = createHash('sha256').update(text).digest('hex')
      written.push({ path, bytes: Buffer.byteLength(text), sha256 })
    }
    for (const file of this.#data.values()) await file.writer?.commit()
    for (const [path, text] of this.#companions) await this.#files.write(this.#place(path), text)
    await this.#files.write(this.#place(MANIFEST_FILE), manifest(written))
    return ok([...written.map(file => file.path), MANIFEST_FILE].map(path => this.#place(path)))
  }

  /** Leaves what was there before. */
  async abort(): Promise<void> {
    for (const file of this.#data.values()) await file.writer?.abort()
  }

  #place(path: string): string {
    return join(this.#target?.folder ?? '', ...path.split('/'))
  }
}

/** As the disks of Windows and macOS compare. */
const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

const taken = (file: string): Problem => ({
  file,
  message: 'Another file of this export has this name. Call the data file something else.'
})

async function flush(file: DataFile): Promise<void> {
  const bytes = Buffer.from(file.waiting.join(''), 'utf8')
  file.waiting = []
  file.waitingLength = 0
  file.hash?.update(bytes)
  file.bytes += bytes.length
  await file.writer?.write(bytes)
}

async function close(file: DataFile): Promise<void> {
  if (file.hash === undefined) return
  await flush(file)
  file.sha256 = file.hash.digest('hex')
  file.hash = undefined
  await file.writer?.close()
}
