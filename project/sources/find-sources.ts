import { basename, join, relative, sep } from 'node:path'
import type { SourceFormat } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { FileError, type Files } from '../files.ts'
import { isOwnFolder, isTextFile, walkFiles } from './text-files.ts'

/** Data that can become a source: a table file, a text file, or a folder of text files. Absolute path. */
export interface DataSource {
  readonly path: string
  readonly kind: 'file' | 'folder'
  readonly format: SourceFormat
}

/** What is in paths that a person picked or dropped. Whatever is left out is said. */
export async function findSources(
  files: Files,
  paths: readonly string[]
): Promise<{ readonly sources: readonly DataSource[]; readonly problems: readonly Problem[] }> {
  const sources: DataSource[] = []
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
        if (format === undefined) problems.push({ file: basename(path), message: unknownFormat })
        else sources.push({ path, kind, format })
      } else problems.push({ file: path, message: 'There is no such file or folder.' })
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      problems.push({ file: path, message: error.message })
    }
  }
  return { sources, problems }
}

const unknownFormat = 'Goldset reads .txt, .csv, .tsv, .json and .jsonl files; this is none of them.'

const byExtension: ReadonlyMap<string, SourceFormat> = new Map([
  ['txt', 'text-files'],
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['tab', 'tsv'],
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl']
])

const extensionFormat = (path: string) => byExtension.get(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '')

/** By extension; a `.json` whose first line is a whole object, followed by another, is JSON Lines, as many tools write it. */
async function formatOf(files: Files, path: string): Promise<SourceFormat | undefined> {
  const format = extensionFormat(path)
  if (format !== 'json') return format
  const head = Buffer.from(await files.readRange(path, 0, 64 * 1024)).toString('utf8')
  return /^\uFEFF?\s*\{[^\n]*\}[ \t\r]*\n\s*\{/.test(head) ? 'jsonl' : 'json'
}

const aboutTheData = /^(readme|license|licence|notice|changelog|citation)(\.\w+)*$/i

/**
 * A folder is one source if it holds texts, and one source for each table if it holds mostly tables. Of tables in
 * several formats the most frequent is taken: the others tend to be the same data again.
 */
async function sourcesIn(
  files: Files,
  folder: string
): Promise<{ sources: readonly DataSource[]; problems: readonly Problem[] }> {
  const walk = await walkFiles(files, folder, (name, kind) =>
    kind === 'file' ? extensionFormat(name) !== undefined : !isOwnFolder(name)
  )
  const data = walk.found.filter(file => !aboutTheData.test(basename(file.path)))
  const texts = data.filter(file => isTextFile(file.path))
  const tables: DataSource[] = []
  for (const file of data)
    if (!isTextFile(file.path)) {
      const format = await formatOf(files, file.path)
      if (format !== undefined) tables.push({ path: file.path, kind: 'file', format })
    }
  const problems = [...walk.problems]
  if (data.length === 0) {
    problems.push({
      file: basename(folder),
      message: 'There are no .txt, .csv, .tsv, .json or .jsonl files in this folder.'
    })
    return { sources: [], problems }
  }
  const textsWin = texts.length >= tables.length
  const format = mostFrequent(tables.map(table => table.format))
  const taken = textsWin ? [] : tables.filter(table => table.format === format)
  const left = (textsWin ? tables : [...texts, ...tables.filter(table => table.format !== format)]).map(
    file => file.path
  )
  for (const path of left) {
    const message = textsWin
      ? 'This was left out: the items of this folder are its text files.'
      : 'This was left out: the items of this folder are the rows of its other files.'
    problems.push({ file: toPosix(relative(folder, path)), message })
  }
  return { sources: textsWin ? [{ path: folder, kind: 'folder', format: 'text-files' }] : taken, problems }
}

function mostFrequent(formats: readonly SourceFormat[]): SourceFormat | undefined {
  const counts = new Map<SourceFormat, number>()
  for (const format of formats) counts.set(format, (counts.get(format) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

export const toPosix = (path: string) => (sep === '/' ? path : path.split(sep).join('/'))

/** Every text file of a folder source, as the index will find them. */
export const textFilesOf = (files: Files, folder: string) =>
  walkFiles(files, folder, (name, kind) => (kind === 'file' ? isTextFile(name) : !isOwnFolder(name)))

export const within = (folder: string, name: string) => join(folder, ...name.split('/'))
