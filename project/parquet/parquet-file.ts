import {
  type AsyncBuffer,
  type ColumnMetaData,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type RowGroup,
  type SchemaElement,
  type SchemaTree
} from 'hyparquet'
import { failed, ok, type Result } from '../../schemas/schema.ts'
import { FileError, type Files } from '../files.ts'
import { hfFeatures } from './hf-features.ts'
import { decompressors } from './decompressors.ts'
import { type ParquetColumn, parquetColumn } from './parquet-columns.ts'
import { checkPages } from './page-guard.ts'
import { isText, NotText } from './parquet-values.ts'

/** A parquet file whose footer has been read. */
export interface ParquetFile {
  readonly columns: readonly ParquetColumn[]
  readonly rows: number
  /** The first rows, or those of one row group after the other. A cell is as the reader gave it. */
  head(count: number): Promise<Result<readonly RawRow[]>>
  groups(): AsyncGenerator<Result<readonly RawRow[]>>
}

/** By place of the column. */
export type RawRow = readonly unknown[]

/** Row groups are read one at a time, and a larger one would not fit beside everything else. In bytes unpacked. */
const LARGEST_GROUP = 2 ** 31
const MOST_ROWS_IN_GROUP = 20_000_000
const MOST_VALUES = 200_000_000

/** `shown` is how the file is named to people. Never rejects for what is in the file. */
export async function openParquet(files: Files, path: string, shown: string): Promise<Result<ParquetFile>> {
  return guarded(shown, async () => {
    const size = (await files.stat(path))?.size ?? 0
    if (size < 12) throw new Error('it is too short')
    const end = Buffer.from(await files.readRange(path, size - 4, 4)).toString('latin1')
    if (end === 'PARE') throw new Error('it is encrypted')
    if (end !== 'PAR1') throw new Error('its end is missing, or it is something else')
    const file = new FileBuffer(files, path, size)
    const metadata = await parquetMetadataAsync(file, { geoparquet: false, parsers }).finally(() =>
      file.settle()
    )
    const plain = { ...metadata, schema: metadata.schema.map(unconverted) }
    const tree = parquetSchema(metadata)
    const features = hfFeatures(metadata.key_value_metadata?.find(({ key }) => key === 'huggingface')?.value)
    const names = tree.children.map(child => child.element.name)
    const columns = tree.children.map((child, place) =>
      names.indexOf(child.element.name) === place
        ? parquetColumn(child, features.get(child.element.name))
        : { name: child.element.name, kind: 'refused' as const, reason: 'is there twice' }
    )
    mustBeReadable(metadata)
    return new OpenParquet(file, plain, columns, shown)
  })
}

class OpenParquet implements ParquetFile {
  readonly rows: number
  readonly #wanted: readonly string[]
  readonly #tree: SchemaTree
  readonly #checked = new Set<RowGroup>()

  constructor(
    private readonly file: FileBuffer,
    private readonly metadata: FileMetaData,
    readonly columns: readonly ParquetColumn[],
    private readonly shown: string
  ) {
    this.#tree = parquetSchema(metadata)
    this.rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0)
    this.#wanted = columns.flatMap(({ kind, name }) => (kind === 'refused' ? [] : [name]))
  }

  head(count: number): Promise<Result<readonly RawRow[]>> {
    return this.#read(0, Math.min(count, this.rows))
  }

  async *groups(): AsyncGenerator<Result<readonly RawRow[]>> {
    let start = 0
    for (const group of this.metadata.row_groups) {
      const end = start + Number(group.num_rows)
      const rows = await this.#read(start, end)
      yield rows
      if (!rows.ok) return
      start = end
    }
  }

  async #checkGroups(rowStart: number, rowEnd: number): Promise<void> {
    let start = 0
    for (const group of this.metadata.row_groups) {
      const end = start + Number(group.num_rows)
      if (start < rowEnd && end > rowStart && !this.#checked.has(group))
        for (const { meta_data: column } of group.columns)
          if (column !== undefined && this.#wanted.includes(column.path_in_schema[0] ?? ''))
            await this.#checkColumn(column, group.num_rows)
      if (start < rowEnd && end > rowStart) this.#checked.add(group)
      start = end
    }
  }

  async #checkColumn(column: ColumnMetaData, rows: bigint): Promise<void> {
    const flat = column.path_in_schema.length === 1
    if (flat ? column.num_values !== rows : column.num_values > MOST_VALUES)
      throw new Error('a column says it has more values than its rows')
    const first = Number(column.dictionary_page_offset ?? 0n) || Number(column.data_page_offset)
    const bytes = await this.file.slice(first, first + Number(column.total_compressed_size))
    this.file.settle()
    checkPages(new Uint8Array(bytes), column, this.#tree)
  }

  #read(rowStart: number, rowEnd: number): Promise<Result<readonly RawRow[]>> {
    return guarded(this.shown, async () => {
      if (rowEnd <= rowStart || this.#wanted.length === 0) return []
      await this.#checkGroups(rowStart, rowEnd)
      let found: readonly (readonly unknown[])[] = []
      await parquetRead({
        file: this.file,
        metadata: this.metadata,
        columns: [...this.#wanted],
        rowStart,
        rowEnd,
        utf8: false,
        compressors: decompressors,
        parsers,
        onComplete: rows => (found = rows)
      }).finally(() => this.file.settle())
      if (found.length !== rowEnd - rowStart) throw new Error('rows are missing')
      const places = this.columns.map(({ kind, name }) =>
        kind === 'refused' ? -1 : this.#wanted.indexOf(name)
      )
      return found.map(row => places.map(place => row[place]))
    })
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const parsers = {
  stringFromBytes(bytes: Uint8Array | undefined): unknown {
    if (bytes === undefined) return undefined
    try {
      return strict.decode(bytes)
    } catch {
      return new NotText()
    }
  },
  timestampFromNanoseconds: (nanos: bigint) => nanos
}

/**
 * The reader's own conversions make floating point of decimals and cut the fractions of times, so it is told of text
 * and lists only; `valueReader` does the rest from the schema as it was written.
 */
function unconverted(element: SchemaElement): SchemaElement {
  const { converted_type: converted, logical_type: _logical, ...plain } = element
  if (isText(element)) return { ...plain, converted_type: 'UTF8' }
  return converted === 'LIST' ? { ...plain, converted_type: converted } : plain
}

function mustBeReadable({ row_groups: groups }: FileMetaData): void {
  for (const group of groups) {
    if (group.num_rows < 0n || group.num_rows > MOST_ROWS_IN_GROUP || group.total_byte_size > LARGEST_GROUP)
      throw new Error(
        'a row group is too large to be read at once: write the file with row groups of 10,000 rows'
      )
  }
}

/**
 * The file as the reader wants it. The reader leaves some of what it asks for unawaited, so a read that fails gives no
 * bytes, which no column can be made of, and says why afterwards.
 */
class FileBuffer implements AsyncBuffer {
  #failure: Error | undefined

  constructor(
    private readonly files: Files,
    private readonly path: string,
    readonly byteLength: number
  ) {}

  async slice(start: number, end: number = this.byteLength): Promise<ArrayBuffer> {
    try {
      if (!(start >= 0 && end >= start && end <= this.byteLength))
        throw new Error('a part of it lies outside of the file')
      const bytes = await this.files.readRange(this.path, start, end - start)
      if (bytes.length !== end - start) throw new Error('it got shorter while it was read')
      return bytes.slice().buffer
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(String(error))
      return new ArrayBuffer(0)
    }
  }

  /** @throws what a read failed with, if any did. */
  settle(): void {
    const failure = this.#failure
    this.#failure = undefined
    if (failure !== undefined) throw failure
  }
}

/** What the reader throws is about the file: it throws whatever a damaged one leads it to. */
async function guarded<T>(shown: string, run: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await run())
  } catch (error) {
    if (error instanceof FileError) return failed({ file: shown, message: error.message })
    const reason = error instanceof Error ? error.message.replace(/^parquet (file )?/, '') : String(error)
    return failed({ file: shown, message: `This file cannot be read as parquet: ${reason}.` })
  }
}
