import { basename, join } from 'node:path'
import { ok, type Problem, type Result } from '../../schemas/schema.ts'
import { breather } from '../breather.ts'
import type { Files, FileWriter } from '../files.ts'
import { keptName } from './kept-files.ts'
import type { ParquetColumn } from './parquet-columns.ts'
import { openParquet, type ParquetFile } from './parquet-file.ts'
import { jsonRow } from './parquet-rows.ts'

export interface TakeParquet {
  /** Absolute paths of the files that together are the data, in order. */
  readonly shards: readonly string[]
  /** Absolute path of the project. */
  readonly root: string
  /** Of the new files, relative to the project and without an extension: rows go to `<stem>.jsonl`, files to `<stem>/`. */
  readonly stem: string
  /** Gets every file that is made, when it is made. */
  readonly made: string[]
  /** Rows written so far, after each row group. */
  readonly onRows?: ((rows: number) => void) | undefined
}

const MOST_PROBLEMS = 50
/** A write for each row would be slow. In UTF-16 units. */
const WRITE_LENGTH = 64 * 1024

/**
 * Writes the rows of parquet files as JSON Lines and the pictures and recordings in them as files, one row group in
 * memory at a time. Rows that cannot be taken are problems; a damaged file fails, and `made` says what to take back.
 */
export async function takeParquet(files: Files, take: TakeParquet): Promise<Result<readonly Problem[]>> {
  const { root, stem, made } = take
  const path = join(root, ...`${stem}.jsonl`.split('/'))
  const writer = await files.writer(path)
  try {
    const taken = await new Taking(files, take, writer).all()
    if (!taken.ok) {
      await writer.abort()
      return taken
    }
    await writer.commit()
    made.push(path)
    return taken
  } catch (error) {
    await writer.abort()
    throw error
  }
}

class Taking {
  readonly #problems: Problem[] = []
  #left = 0
  #row = 0
  #lines: string[] = []
  #waiting = 0

  constructor(
    private readonly files: Files,
    private readonly take: TakeParquet,
    private readonly writer: FileWriter
  ) {}

  async all(): Promise<Result<readonly Problem[]>> {
    for (const path of this.take.shards) {
      const opened = await openParquet(this.files, path, basename(path))
      if (!opened.ok) return opened
      const taken = await this.#shard(opened.value, basename(path))
      if (!taken.ok) return taken
    }
    await this.#flush()
    if (this.#left > 0)
      this.#problems.push({ message: `There are ${this.#left} more problems in the rows like these.` })
    return ok(this.#problems)
  }

  async #shard(shard: ParquetFile, file: string): Promise<Result<null>> {
    for (const column of shard.columns)
      if (column.kind === 'refused')
        this.#say({ file, message: `The column "${column.name}" ${column.reason}. It was left out.` })
    const breathe = breather()
    for await (const rows of shard.groups()) {
      if (!rows.ok) return rows
      for (const raw of rows.value) {
        await breathe()
        await this.#write(shard.columns, raw, file)
      }
      this.take.onRows?.(this.#row)
    }
    return ok(null)
  }

  async #write(columns: readonly ParquetColumn[], raw: readonly unknown[], file: string): Promise<void> {
    const row = ++this.#row
    const read = await jsonRow(columns, raw, { file, row }, (column, bytes, extension) =>
      this.#keep(`${this.take.stem}/${keptName(column, bytes, extension)}`, bytes)
    )
    read.problems.forEach(problem => this.#say(problem))
    if (read.values === undefined) return
    const values = Object.fromEntries(read.values)
    const line = `${JSON.stringify(values)}\n`
    this.#lines.push(line)
    this.#waiting += line.length
    if (this.#waiting > WRITE_LENGTH) await this.#flush()
  }

  /** Keeps a file that is not kept yet. Returns its path. */
  async #keep(path: string, bytes: Uint8Array): Promise<string> {
    const place = join(this.take.root, ...path.split('/'))
    if ((await this.files.stat(place)) !== undefined) return path
    await this.files.create(place, bytes)
    this.take.made.push(place)
    return path
  }

  async #flush(): Promise<void> {
    await this.writer.write(this.#lines.join(''))
    this.#lines = []
    this.#waiting = 0
  }

  #say(problem: Problem): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem)
    else this.#left++
  }
}
