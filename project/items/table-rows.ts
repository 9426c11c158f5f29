import type { Field, Source } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { isUtf8 } from 'node:buffer'
import type { ByteSource } from '../sources/byte-source.ts'
import { type CsvDialect, csvDialect } from '../sources/csv-dialect.ts'
import { columnNames, csvRecords } from '../sources/csv-records.ts'
import { columnMap, type ColumnMap, rowItem } from '../sources/row-items.ts'
import { csvParser, jsonParser, notUtf8, type RowParser, type RowPlace } from '../sources/row-parser.ts'
import type { RowScanner, RowSink } from '../sources/row-scanner.ts'
import { type Entry, MAX_ENTRY } from '../sources/rows.ts'
import { arrayScanner } from '../sources/scan-array.ts'
import { csvScanner } from '../sources/scan-csv.ts'
import { lineScanner } from '../sources/scan-lines.ts'
import { type FileStamp, sameStamp } from './index-stamp.ts'
import type { RowTable } from './row-table.ts'
import type { RowRead, SourceRows } from './source-rows.ts'

/** Read at once while scanning, and parsed at once: a few milliseconds of work. */
const PIECE = 512 * 1024
const BLOCK = 128 * 1024

interface TableState {
  readonly stamp: FileStamp
  readonly dialect?: CsvDialect
  readonly names?: RowPlace
}

/** The rows of a CSV, TSV, JSON or JSON Lines file. */
export class TableRows implements SourceRows {
  readonly source: Source
  readonly #bytes: ByteSource
  readonly #map: ColumnMap
  readonly #textField: string | undefined
  readonly #piece: number
  readonly #stamp: FileStamp | undefined
  #restored = false
  #parser: RowParser | undefined
  #dialect: CsvDialect | undefined
  /** The row that names the columns; without a header, the first, which shows how many there are. */
  #names: RowPlace | undefined
  readonly #problems: Problem[] = []
  #anything = false
  readonly #columns = new Set<string>()
  #parsed = false

  /** `stamp` tells the file from what it may become; without, nothing of it is kept. */
  constructor(
    source: Source,
    fields: readonly Field[],
    bytes: ByteSource,
    { piece = PIECE, stamp }: { readonly piece?: number | undefined; readonly stamp?: FileStamp } = {}
  ) {
    this.source = source
    this.#bytes = bytes
    this.#map = columnMap(source, fields)
    this.#textField = fields.find(field => field.kind === 'text')?.id
    this.#piece = piece
    this.#stamp = stamp
  }

  get size(): number {
    return this.#bytes.size
  }

  get problems(): readonly Problem[] {
    return this.#problems
  }

  get columns(): ReadonlySet<string> {
    return this.#columns
  }

  get lacking(): string | undefined {
    if (!this.#parsed) return undefined
    const named = [...this.#map.fields.values(), this.source.idColumn, this.source.tokensColumn]
    return named.find(column => column !== undefined && !this.#columns.has(column))
  }

  state(): TableState | undefined {
    const [stamp, dialect, names] = [this.#stamp, this.#dialect, this.#names]
    return stamp && { stamp, ...(dialect && { dialect }), ...(names && { names }) }
  }

  async restore(state: unknown): Promise<boolean> {
    const kept = state as TableState | undefined
    if (kept === undefined || this.#stamp === undefined || !sameStamp(kept.stamp, this.#stamp)) return false
    this.#dialect = kept.dialect
    this.#names = kept.names
    this.#restored = true
    return true
  }

  async *scan(rows: RowTable): AsyncGenerator<number> {
    const { start, size } = this.#bytes
    const scanner = await this.#scanner(rows)
    for (let at = start; ;) {
      // A first look is short, so that the first rows are there at once.
      const piece = await this.#bytes.read(at, at === start ? Math.min(BLOCK, this.#piece) : this.#piece)
      const last = at + piece.length >= size || piece.length === 0
      at += scanner.take(piece, at, last)
      yield at
      if (!last) continue
      const again = scanner.end(size)
      if (again === undefined) break
      at = again
    }
    if (!this.#anything)
      this.#problems.push({ file: this.source.path, message: 'There are no rows in this file.' })
  }

  async *read(rows: RowTable, from: number, to: number): AsyncGenerator<RowRead> {
    for await (const entry of this.entries(rows, from, to)) yield this.#rowRead(entry)
  }

  /** Rows as they stand in the file, in order. */
  async *entries(rows: RowTable, from: number, to: number): AsyncGenerator<Entry> {
    const parser = (this.#parser ??= await this.#makeParser())
    for (let row = from; row < to;) {
      const places: RowPlace[] = []
      for (let length = 0; row < to && (places.length === 0 || length < BLOCK); row++) {
        const place = { start: rows.start(row), length: rows.length(row), line: rows.line(row) }
        // A row too long to be held is a block of its own, and is never read.
        if (place.length > MAX_ENTRY && places.length > 0) break
        places.push(place)
        length = place.start + place.length - (places[0]?.start ?? 0)
        if (place.length > MAX_ENTRY) {
          row++
          break
        }
      }
      yield* await this.#block(parser, places)
    }
  }

  async #block(parser: RowParser, places: readonly RowPlace[]): Promise<readonly Entry[]> {
    const [first] = places
    const last = places.at(-1)
    if (first === undefined || last === undefined) return []
    if (first.length > MAX_ENTRY) {
      const message = 'This row is longer than 64 MB. It was left out.'
      return [{ problem: { file: this.source.path, line: first.line, message } }]
    }
    const block = await this.#bytes.read(first.start, last.start + last.length - first.start)
    return parser(block, first.start, places)
  }

  #rowRead({ row, problem }: Entry): RowRead {
    if (row === undefined) return { problems: [{ problem }] }
    const { id } = this.#map
    this.#parsed = true
    for (const column of [...this.#map.fields.values(), id, this.#map.tokens])
      if (column !== undefined && row.values.has(column)) this.#columns.add(column)
    const hasId = id !== undefined && row.values.has(id)
    const map = hasId ? this.#map : { ...this.#map, id: undefined }
    const { draft, problems } = rowItem(row, this.source.path, map, this.#textField)
    const absent = [...this.#map.fields.values()].filter(column => !row.values.has(column))
    const found = problems.map(one => ({
      problem: one,
      column: absent.find(column => one.message.startsWith(`"${column}" is missing`))
    }))
    if (hasId || draft === undefined) return { draft, problems: found }
    const message = `"${id ?? ''}" is missing. An id was made from the content.`
    const missing = { problem: { file: this.source.path, line: row.line, message }, column: id }
    return { draft, problems: [missing, ...found] }
  }

  async #scanner(rows: RowTable): Promise<RowScanner> {
    const { format, header, path } = this.source
    const sink: RowSink = {
      row: (start, length, line) => {
        const names = this.#names === undefined && this.#dialect !== undefined
        if (names) this.#names = { start, length, line }
        if (names && header !== false) return
        this.#anything = true
        rows.add(start, length, line)
      },
      problem: problem => {
        this.#anything = true
        this.#problems.push({ file: path, ...problem })
      }
    }
    if (format === 'json') return arrayScanner(sink)
    if (format !== 'csv' && format !== 'tsv') return lineScanner(sink)
    this.#dialect = await csvDialect(this.#bytes, format)
    return csvScanner(this.#dialect, sink, this.#bytes.start)
  }

  async #makeParser(): Promise<RowParser> {
    const { path, header } = this.source
    const place = this.#names
    if (this.#dialect === undefined || place === undefined) return jsonParser(path)
    const bytes = await this.#bytes.read(place.start, Math.min(place.length, MAX_ENTRY))
    const [cells = []] = csvRecords(bytes.toString('utf8'), this.#dialect) ?? []
    const given = header === false ? cells.map((_, n) => `column ${n + 1}`) : cells
    const { columns, problems } = columnNames(given, { file: path, line: place.line })
    // They are among the problems that were kept.
    if (this.#restored) return csvParser(path, this.#dialect, columns)
    this.#problems.unshift(...problems)
    if (!isUtf8(bytes)) {
      const toDo = 'Save the file as UTF-8 and open it again.'
      this.#problems.unshift(notUtf8(bytes, place.start, { file: path, line: place.line }, toDo))
    }
    return csvParser(path, this.#dialect, columns)
  }
}
