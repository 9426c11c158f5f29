import { basename, join, sep } from 'node:path'
import type { SourceFormat } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { FileError, type Files } from '../files.ts'
import {
  type DataFormat,
  type FileFormat,
  formatByExtension,
  isFileFormat,
  isUnshownPicture
} from './data-formats.ts'
import { inShards, type Shards } from '../parquet/shards.ts'
import { leftOut, unknownFormat, unshown } from './left-out.ts'
import { type FoundFile, isOwnFolder, walkFiles } from './text-files.ts'

/** Data that can become a source: a table, a text, picture or recording, or a folder of those. Absolute path. */
export type DataSource = { readonly path: string } & (
  | Shards
  | { readonly kind: 'file'; readonly format: SourceFormat }
  /** `files`: all of them, as the index will find them. */
  | { readonly kind: 'folder'; readonly format: FileFormat; readonly files: readonly FoundFile[] }
)

/** What is in paths that a person picked or dropped. Whatever is left out is said. */
export async function findSources(
  files: Files,
  paths: readonly string[]
): Promise<{ readonly sources: readonly DataSource[]; readonly problems: readonly Problem[] }> {
  const sources: DataSource[] = []
  const parquet: string[] = []
  const problems: Problem[] = []
  for (const path of paths) {
    try {
      const kind = (await files.stat(path))?.kind
      if (kind === 'folder') {
        const inside = await sourcesIn(files, path)
        sources.push(...inside.sources)
        problems.push(...inside.problems)
      } else if (kind === 'file') {
        const format = await formatOf(files, path)
        if (format === 'parquet') parquet.push(path)
        else if (format !== undefined) sources.push({ path, kind, format })
        else
          problems.push({ file: basename(path), message: isUnshownPicture(path) ? unshown : unknownFormat })
      } else problems.push({ file: path, message: 'There is no such file or folder.' })
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      problems.push({ file: path, message: error.message })
    }
  }
  return { sources: [...sources, ...inShards(parquet)], problems }
}

/** By extension; a `.json` whose first line is a whole object, followed by another, is JSON Lines, as many tools write it. */
async function formatOf(files: Files, path: string): Promise<DataFormat | undefined> {
  const format = formatByExtension(path)
  if (format !== 'json') return format
  const head = Buffer.from(await files.readRange(path, 0, 64 * 1024)).toString('utf8')
  return /^\uFEFF?\s*\{[^\n]*\}[ \t\r]*\n\s*\{/.test(head) ? 'jsonl' : 'json'
}

const aboutTheData = /^(readme|license|licence|notice|changelog|citation|dataset_infos?|state)(\.\w+)*$/i

/** Of as many files of each, the first: a text or a table beside each picture says something of the picture. */
const families = ['image-files', 'audio-files', 'text-files', 'tables'] as const
type Family = (typeof families)[number]

const familyOf = (format: DataFormat): Family => (isFileFormat(format) ? format : 'tables')

/**
 * A folder is one source if it holds mostly pictures, recordings or texts, and one source for each table if it holds
 * mostly tables. Of tables in several formats the most frequent is taken: the others tend to be the same data again.
 */
async function sourcesIn(
  files: Files,
  folder: string
): Promise<{ sources: readonly DataSource[]; problems: readonly Problem[] }> {
  const walk = await walkFiles(files, folder, (name, kind) =>
    kind === 'file' ? formatByExtension(name) !== undefined || isUnshownPicture(name) : !isOwnFolder(name)
  )
  const problems = [...walk.problems]
  const found = new Map<Family, FoundFile[]>(families.map(family => [family, []]))
  const hidden: FoundFile[] = []
  for (const file of walk.found) {
    const format = formatByExtension(file.path)
    if (format === undefined) hidden.push(file)
    else if (!aboutTheData.test(basename(file.path))) found.get(familyOf(format))?.push(file)
  }
  const [winner, taken] = [...found].reduce((best, next) => (next[1].length > best[1].length ? next : best))
  problems.push(...leftOut(hidden, unshown))
  if (taken.length === 0) {
    if (hidden.length === 0) problems.push({ file: basename(folder), message: noData })
    return { sources: [], problems }
  }
  const others = [...found].flatMap(([family, rest]) => (family === winner ? [] : rest))
  if (winner !== 'tables') {
    problems.push(...leftOut(others, `This was left out: the items of this folder are its ${nouns[winner]}.`))
    return { sources: [{ path: folder, kind: 'folder', format: winner, files: taken }], problems }
  }
  const tables: { file: FoundFile; format: DataFormat }[] = []
  for (const file of taken) {
    const format = await formatOf(files, file.path)
    if (format !== undefined) tables.push({ file, format })
  }
  const format = mostFrequent(tables.map(table => table.format))
  const rest = tables.flatMap(table => (table.format === format ? [] : [table.file]))
  problems.push(
    ...leftOut(
      [...others, ...rest],
      'This was left out: the items of this folder are the rows of its other files.'
    )
  )
  const paths = tables.flatMap(table => (table.format === format ? [table.file.path] : []))
  if (format === 'parquet') return { sources: inShards(paths), problems }
  const sources = paths.map(path => ({ path, kind: 'file' as const, format: format ?? 'jsonl' }))
  return { sources, problems }
}

const nouns: Readonly<Record<FileFormat, string>> = {
  'image-files': 'pictures',
  'audio-files': 'recordings',
  'text-files': 'text files'
}

const noData = 'There are no texts, pictures, recordings or tables in this folder.'

function mostFrequent(formats: readonly DataFormat[]): DataFormat | undefined {
  const counts = new Map<DataFormat, number>()
  for (const format of formats) counts.set(format, (counts.get(format) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

export const toPosix = (path: string) => (sep === '/' ? path : path.split(sep).join('/'))

export const within = (folder: string, name: string) => join(folder, ...name.split('/'))
