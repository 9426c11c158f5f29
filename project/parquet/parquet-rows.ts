import type { Problem } from '../../schemas/schema.ts'
import { formatOf, type MediaFormat } from '../media/media-format.ts'
import type { MediaCell, ParquetColumn } from './parquet-columns.ts'
import type { RawRow } from './parquet-file.ts'
import { NotText } from './parquet-values.ts'

/** Gives a file of a row a place in the project, and says which. */
export type KeepFile = (column: string, bytes: Uint8Array, extension: string) => Promise<string>

/**
 * A row as JSON has it, files as the paths they are kept under; `problems` without `values`: it was left out. `row`
 * counts from 1 over all files of the data.
 */
export async function jsonRow(
  columns: readonly ParquetColumn[],
  raw: RawRow,
  place: { readonly file: string; readonly row: number },
  keep: KeepFile
): Promise<{ readonly values?: ReadonlyMap<string, unknown>; readonly problems: readonly Problem[] }> {
  const values = new Map<string, unknown>()
  const problems: Problem[] = []
  const say = (message: string) =>
    problems.push({ file: place.file, message: `Row ${place.row}: ${message}` })
  for (const [at, column] of columns.entries()) {
    const cell = raw[at]
    if (column.kind === 'refused') continue
    if (cell === null || cell === undefined) values.set(column.name, null)
    else if (column.kind === 'media') {
      const { path, problem } = await mediaPath(column.name, column.read(cell), keep)
      values.set(column.name, path ?? null)
      if (problem !== undefined) say(problem)
    } else {
      try {
        values.set(column.name, column.read(cell))
      } catch (error) {
        // In a damaged file a value need not be what its column says.
        const what = error instanceof NotText ? 'not valid UTF-8' : 'damaged'
        say(`"${column.name}" is ${what}. The row was left out.`)
        return { problems }
      }
    }
  }
  return { values, problems }
}

async function mediaPath(
  column: string,
  { bytes, path }: MediaCell,
  keep: KeepFile
): Promise<{ readonly path?: string; readonly problem?: string }> {
  if (bytes === undefined) {
    const where = path === undefined ? '' : ` It only names "${path}".`
    return { problem: `"${column}" does not hold its file.${where}` }
  }
  const format = formatOf(bytes)
  if (format === undefined)
    return { problem: `"${column}" is neither a picture nor a recording that Goldset knows.` }
  return { path: await keep(column, bytes, extensions[format]) }
}

/** By content: a name in the data could be anything. */
const extensions: Readonly<Record<MediaFormat, string>> = {
  png: 'png',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  bmp: 'bmp',
  avif: 'avif',
  tiff: 'tiff',
  heic: 'heic',
  jxl: 'jxl',
  wav: 'wav',
  mp3: 'mp3',
  flac: 'flac',
  ogg: 'ogg',
  mp4: 'm4a',
  aac: 'aac'
}
