import type { Field, Project, Source } from '../../schemas/project.ts'
import { ok, type Problem } from '../../schemas/schema.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { Files } from '../files.ts'
import { resolveInProject } from '../paths.ts'
import { type FileFormat, formatByExtension, isFileFormat, kindOfFiles } from './data-formats.ts'
import { readCsv } from './csv.ts'
import { readJsonArray } from './json-array.ts'
import { readJsonl } from './jsonl.ts'
import { readText } from './read-text.ts'
import { columnMap, type ItemDraft, rowItem } from './row-items.ts'
import { columnsOf, type Entry } from './rows.ts'
import { isOwnFolder, walkFiles } from './text-files.ts'

/** What a source gives, in order: items, and what could not become one. */
export type SourceEntry =
  | { readonly draft: ItemDraft; readonly problem?: undefined }
  | { readonly problem: Problem; readonly draft?: undefined }

/** Reads one source of a project. Never rejects for what is in the data. */
export async function sourceItems(
  files: Files,
  root: string,
  source: Source,
  fields: Project['fields']
): Promise<readonly SourceEntry[]> {
  const resolved = await resolveInProject(files, root, source.path)
  if (!resolved.ok) return resolved.problems.map(problem => ({ problem }))
  const folder = (await files.stat(resolved.value))?.kind === 'folder'
  if (isFileFormat(source.format))
    return fileItems(files, source, source.format, resolved.value, folder, fields)
  if (folder)
    return [{ problem: { file: source.path, message: 'This is a folder, and a file was expected.' } }]
  const text = await readText(files, resolved.value, source.path)
  return text.ok ? [...tableItems(text.value, source, fields)] : text.problems.map(problem => ({ problem }))
}

/** The rows of a table file, whichever its format. */
export function readEntries(
  text: string,
  file: string,
  source: Pick<Source, 'format' | 'header'>
): Iterable<Entry> {
  switch (source.format) {
    case 'csv':
    case 'tsv':
      return readCsv(text, file, { format: source.format, header: source.header })
    case 'json':
      return readJsonArray(text, file)
    case 'jsonl':
    case 'text-files':
    case 'image-files':
    case 'audio-files':
      return readJsonl(text, file)
  }
}

function* tableItems(text: string, source: Source, fields: readonly Field[]): Iterable<SourceEntry> {
  const entries = [...readEntries(text, source.path, source)]
  if (entries.length === 0)
    yield { problem: { file: source.path, message: 'There are no rows in this file.' } }
  const columns = columnsOf(entries)
  const map = columnMap(source, fields, columns)
  const textField = fields.find(field => field.kind === 'text')?.id
  if ('message' in map && columns.length > 0) yield { problem: map }
  for (const { row, problem } of entries) {
    if (problem !== undefined) yield { problem }
    else if (!('message' in map)) {
      const { draft, problems } = rowItem(row, source.path, map, textField)
      for (const found of problems) yield { problem: found }
      if (draft !== undefined) yield { draft }
    }
  }
}

async function fileItems(
  files: Files,
  source: Source,
  format: FileFormat,
  path: string,
  folder: boolean,
  fields: readonly Field[]
): Promise<readonly SourceEntry[]> {
  const kind = kindOfFiles(format)
  const field = fields.find(candidate => candidate.kind === kind)
  if (field === undefined || fields.length > 1) {
    const message = `These files fill one field of kind "${kind}", and this project has other fields.`
    return [{ problem: { file: source.path, message } }]
  }
  const atRoot = source.path === '.'
  const wanted = (relative: string, kind: 'file' | 'folder') =>
    kind === 'file' ? formatByExtension(relative) === format : !(atRoot && isOwnFolder(relative))
  const prefix = atRoot ? '' : `${source.path}/`
  const walk = folder
    ? await walkFiles(files, path, wanted)
    : { found: [{ path, relative: '' }], problems: [] }
  const entries: SourceEntry[] = walk.problems.map(problem => ({
    problem: { ...problem, file: prefix + (problem.file ?? '') }
  }))
  for (const file of walk.found) {
    const name = folder ? prefix + file.relative : source.path
    // A path is the content of a media field until somebody looks at the file.
    const text = format === 'text-files' ? await readText(files, file.path, name) : ok(name)
    if (!text.ok) {
      for (const problem of text.problems) entries.push({ problem })
      continue
    }
    const content = Object.fromEntries([[field.id, text.value]])
    const item = {
      id: name.normalize('NFC'),
      source: name,
      fingerprint: fingerprintOf(content),
      fields: content,
      meta: {}
    }
    entries.push({ draft: { item, literalId: true } })
  }
  return entries
}
