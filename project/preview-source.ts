import { basename, dirname, join } from 'node:path'
import { transcriptOf } from '../labelers/kit/chat-words.ts'
import { PROJECT_FILE } from '../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'
import { FileError, type Files } from './files.ts'
import { mediaInfo, type MediaKind } from './media/media-info.ts'
import { mediaWords } from './media/media-words.ts'
import { readProject } from './project-file.ts'
import type { DataFormat } from './sources/data-formats.ts'
import { type DataSource, findSources } from './sources/find-sources.ts'
import { type ColumnGuess, guessColumns } from './sources/guess-columns.ts'
import { tableHead } from './sources/table-head.ts'
import { readText } from './sources/read-text.ts'
import type { FoundFile } from './sources/text-files.ts'

/** What would become items, before anything is made. */
export interface SourcePreview {
  readonly paths: readonly string[]
  /** Of the first source. */
  readonly format: DataFormat
  /** Columns or keys of the first source, in order. Empty for files. */
  readonly columns: readonly string[]
  /** Its first rows as they will be read, at most 20, by column; for text files `file` and `text`, for pictures and recordings `file` and `content`. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** Of all sources. */
  readonly items: number
  readonly counted: 'all' | 'at-least'
  readonly guess: ColumnGuess
  readonly problems: readonly Problem[]
  /** Where the project would be made, and whether the data would be copied into it, as the rows of parquet always are. */
  readonly folder: string
  readonly name: string
  readonly copies: boolean
}

/** What a picked or dropped path is. */
export type Inspection =
  | { readonly kind: 'project'; readonly folder: string; readonly name: string }
  | { readonly kind: 'data'; readonly preview: SourcePreview }
  | { readonly kind: 'nothing'; readonly problems: readonly Problem[] }

/** A folder with a goldset.json (or that file itself) is a project; everything else is data or nothing. */
export async function inspectPaths(files: Files, paths: readonly string[]): Promise<Inspection> {
  const [first] = paths
  if (first !== undefined && paths.length === 1) {
    const folder = basename(first) === PROJECT_FILE ? dirname(first) : first
    if (await exists(files, join(folder, PROJECT_FILE))) {
      const read = await readProject(files, folder)
      return read.ok
        ? { kind: 'project', folder, name: read.value.project.name }
        : { kind: 'nothing', problems: read.problems }
    }
  }
  const preview = await previewSource(files, paths)
  return preview.ok
    ? { kind: 'data', preview: preview.value }
    : { kind: 'nothing', problems: preview.problems }
}

const MAX_ROWS = 20
const MAX_PROBLEMS = 50

/** Fails when nothing in these paths can become an item. */
export async function previewSource(files: Files, paths: readonly string[]): Promise<Result<SourcePreview>> {
  const { sources, problems } = await findSources(files, paths)
  const [first] = sources
  if (first === undefined || paths[0] === undefined) return failed(...problems)
  const looks: Look[] = []
  for (const source of sources) looks.push(await lookAt(files, source))
  const [shown] = looks
  const place = await placeFor(files, paths, sources)
  const all = [...problems, ...looks.flatMap(look => look.problems)]
  if (looks.every(look => look.items === 0) && all.length > 0) return failed(...all)
  return ok({
    paths,
    format: first.format,
    columns: shown?.columns ?? [],
    rows: shown?.rows ?? [],
    guess: shown?.guess ?? { fields: [] },
    items: looks.reduce((sum, look) => sum + look.items, 0),
    counted: looks.every(look => look.whole) ? 'all' : 'at-least',
    problems: all.slice(0, MAX_PROBLEMS),
    ...place
  })
}

/** What one source shows of itself. */
interface Look {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly guess: SourcePreview['guess']
  readonly items: number
  readonly whole: boolean
  readonly problems: readonly Problem[]
}

async function lookAt(files: Files, source: DataSource): Promise<Look> {
  if (source.format === 'text-files') return lookAtTexts(files, source)
  if (source.format === 'image-files') return lookAtMedia(files, source, 'image')
  if (source.format === 'audio-files') return lookAtMedia(files, source, 'audio')
  const head = await tableHead(files, source)
  if (!head.ok)
    return { columns: [], rows: [], guess: { fields: [] }, items: 0, whole: true, problems: head.problems }
  const { entries, columns, whole, rows: count, problems = [] } = head.value
  const rows = entries.flatMap(entry => (entry.row === undefined ? [] : [entry.row]))
  return {
    columns,
    rows: rows
      .slice(0, MAX_ROWS)
      .map(row => Object.fromEntries(columns.map(column => [column, cell(row.values.get(column))]))),
    guess: guessColumns({ entries, columns }),
    items: count ?? rows.length,
    whole: whole || count !== undefined,
    problems: [...problems, ...entries.flatMap(entry => (entry.problem === undefined ? [] : [entry.problem]))]
  }
}

/** A folder, or a file as a folder of one. */
const filesOf = (source: DataSource): readonly FoundFile[] =>
  source.kind === 'folder' ? source.files : [{ path: source.path, relative: basename(source.path) }]

async function lookAtTexts(files: Files, source: DataSource): Promise<Look> {
  const found = filesOf(source)
  const rows: Record<string, string>[] = []
  const problems: Problem[] = []
  for (const file of found.slice(0, MAX_ROWS)) {
    const text = await readText(files, file.path, file.relative)
    if (text.ok) rows.push({ file: file.relative, text: cell(text.value) })
    else problems.push(...text.problems)
  }
  return { columns: [], rows, guess: { fields: [] }, items: found.length, whole: true, problems }
}

async function lookAtMedia(files: Files, source: DataSource, kind: MediaKind): Promise<Look> {
  const found = filesOf(source)
  const rows: Record<string, string>[] = []
  const problems: Problem[] = []
  for (const file of found.slice(0, MAX_ROWS)) {
    const info = await mediaInfo(files, file.path, kind)
    if (info.problem !== undefined) problems.push({ file: file.relative, message: info.problem })
    rows.push({ file: file.relative, content: mediaWords(info) })
  }
  return { columns: [], rows, guess: { fields: [] }, items: found.length, whole: true, problems }
}

/** A preview shows the beginning of long texts, and conversations as people write them; the item will hold all of it. */
const CELL = 2000

function cell(value: unknown): string {
  if (value === undefined) return ''
  const text = transcriptOf(typeof value === 'string' ? value : JSON.stringify(value))
  return text.length <= CELL ? text : `${text.slice(0, CELL)}…`
}

/** A folder of data becomes the project; files get a new folder beside them. */
async function placeFor(
  files: Files,
  paths: readonly string[],
  sources: readonly DataSource[]
): Promise<Pick<SourcePreview, 'folder' | 'name' | 'copies'>> {
  const first = paths[0] ?? ''
  const kind = (await files.stat(first))?.kind
  if (kind === 'folder' && paths.length === 1)
    return {
      folder: first,
      name: titled(basename(first)),
      copies: sources.some(source => source.kind === 'shards')
    }
  const stem = kind === 'folder' ? basename(first) : basename(first).replace(/\.[^.]+$/, '')
  const wanted = join(dirname(first), `${stem}-goldset`)
  let folder = wanted
  for (let n = 2; await exists(files, folder); n++) folder = `${wanted}-${n}`
  return { folder, name: titled(stem), copies: true }
}

function titled(stem: string): string {
  const words = stem.replace(/[-_]+/g, ' ').trim()
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1)
}

async function exists(files: Files, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)) !== undefined
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    // Something is there that cannot be looked at.
    return true
  }
}
