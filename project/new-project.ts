import { basename, join, relative } from 'node:path'
import {
  type Field,
  type Project,
  PROJECT_FILE,
  PROJECT_FORMAT,
  type Source,
  type Task
} from '../schemas/project.ts'
import { failed, idFor, ok, type Problem, type Result } from '../schemas/schema.ts'
import { FileError, type Files } from './files.ts'
import { indexItems } from './item-index.ts'
import { isInside, resolveInProject } from './paths.ts'
import { createProjectFile } from './project-file.ts'
import { type DataSource, findSources, textFilesOf, toPosix, within } from './sources/find-sources.ts'
import { type ColumnGuess, guessColumns } from './sources/guess-columns.ts'
import { readHead } from './sources/head.ts'

export interface NewProject {
  /** Absolute. Made when it is not there. */
  readonly folder: string
  readonly name: string
  /** Absolute paths of data: inside `folder` they are used where they are, elsewhere they are copied into data/. */
  readonly paths: readonly string[]
  readonly fields: readonly Field[]
  readonly tasks: readonly Task[]
  /** Markdown. Guidelines that are in the folder already are kept instead. */
  readonly guidelines?: string
  /** Field id → column. Absent: guessed. */
  readonly columns?: Readonly<Record<string, string>>
  readonly idColumn?: string
  readonly tokensColumn?: string
}

const GUIDELINES = 'guidelines.md'

/** Makes a project folder. Never over an existing project, and never over any file. */
export async function newProject(
  files: Files,
  spec: NewProject
): Promise<
  Result<{ readonly folder: string; readonly project: Project; readonly problems: readonly Problem[] }>
> {
  const made: string[] = []
  try {
    if ((await files.stat(join(spec.folder, PROJECT_FILE))) !== undefined)
      return failed({
        file: join(spec.folder, PROJECT_FILE),
        message: 'There is a project in this folder already. Open it instead.'
      })
    const { sources: data, problems } = await findSources(files, spec.paths)
    if (data.length === 0) return failed(...problems)
    const mapped = await mapAll(files, spec, data)
    if (!mapped.ok) return mapped

    await files.makeFolder(spec.folder)
    const sources = await placeAll(files, spec.folder, mapped.value, made)
    if (!sources.ok) return await undo(files, made, sources.problems)
    await createIfMissing(files, join(spec.folder, GUIDELINES), spec.guidelines ?? `# ${spec.name}\n`, made)
    await createIfMissing(files, join(spec.folder, '.gitattributes'), '*.json text eol=lf\n', made)
    const project: Project = {
      goldset: PROJECT_FORMAT,
      id: idFor(spec.name, new Set()),
      name: spec.name,
      schemaVersion: 1,
      guidelines: { version: 1, file: GUIDELINES },
      fields: [...spec.fields],
      sources: [...sources.value],
      tasks: [...spec.tasks]
    }
    // Last, so that a folder is a project only when all of it is there.
    await createProjectFile(files, spec.folder, project)
    const items = await indexItems(files, spec.folder, project)
    return ok({ folder: spec.folder, project, problems: [...problems, ...items.problems] })
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return undo(files, made, [{ file: error.path, message: error.message }])
  }
}

/** Takes back what was made, never what was there. */
async function undo(
  files: Files,
  made: readonly string[],
  problems: readonly Problem[]
): Promise<ReturnType<typeof failed>> {
  for (const path of made) await files.remove(path).catch(() => undefined)
  return failed(...problems)
}

interface MappedData {
  readonly data: DataSource
  readonly mapping: Omit<Source, 'path' | 'format'>
}

/** Settles the columns of every table before anything is written. */
async function mapAll(
  files: Files,
  spec: NewProject,
  data: readonly DataSource[]
): Promise<Result<readonly MappedData[]>> {
  const mapped: MappedData[] = []
  for (const source of data) {
    if (source.format === 'text-files') {
      mapped.push({ data: source, mapping: {} })
      continue
    }
    const head = await readHead(files, source)
    if (!head.ok) return head
    const { columns } = head.value
    if (columns.length === 0) {
      const problems = head.value.entries.flatMap(entry =>
        entry.problem === undefined ? [] : [entry.problem]
      )
      return failed(
        ...(problems.length > 0
          ? problems
          : [{ file: basename(source.path), message: 'There are no rows in this file.' }])
      )
    }
    const mapping = mapColumns(spec, guessColumns(head.value), columns)
    if (typeof mapping === 'string') return failed({ file: basename(source.path), message: mapping })
    mapped.push({ data: source, mapping })
  }
  return ok(mapped)
}

function mapColumns(
  spec: NewProject,
  guess: ColumnGuess,
  columns: readonly string[]
): MappedData['mapping'] | string {
  const listed = `Its columns are: ${columns.map(column => `"${column}"`).join(', ')}.`
  const fields: [string, string][] = []
  for (const field of spec.fields) {
    const given =
      spec.columns !== undefined && Object.hasOwn(spec.columns, field.id) ? spec.columns[field.id] : undefined
    const guessed = columns.includes(field.id) ? field.id : field.kind === 'text' ? guess.text : undefined
    const column = given ?? guessed
    if (column === undefined)
      return `No column looks like the ${field.name?.toLowerCase() ?? field.id} of an item. ${listed}`
    if (!columns.includes(column)) return `There is no column "${column}". ${listed}`
    fields.push([field.id, column])
  }
  for (const column of [spec.idColumn, spec.tokensColumn])
    if (column !== undefined && !columns.includes(column)) return `There is no column "${column}". ${listed}`
  const idColumn = spec.idColumn ?? guess.id
  const tokensColumn = spec.tokensColumn ?? guess.tokens
  return {
    columns: Object.fromEntries(fields),
    ...(idColumn === undefined ? {} : { idColumn }),
    ...(tokensColumn === undefined ? {} : { tokensColumn })
  }
}

/** Brings data into the folder where it is not there yet, and names each source as the project will. */
async function placeAll(
  files: Files,
  folder: string,
  mapped: readonly MappedData[],
  made: string[]
): Promise<Result<readonly Source[]>> {
  const root = await files.realPath(folder)
  const sources: Source[] = []
  const loose: DataSource[] = []
  for (const { data, mapping } of mapped) {
    const real = await files.realPath(data.path)
    if (isInside(root, real)) {
      sources.push({ path: toPosix(relative(root, real)) || '.', format: data.format, ...mapping })
    } else if (data.kind === 'file' && data.format === 'text-files') {
      loose.push(data)
    } else {
      sources.push({ path: await copyIn(files, root, data, 'data', made), format: data.format, ...mapping })
    }
  }
  // A hundred loose texts are one folder of texts, not a hundred sources.
  if (loose.length > 0) {
    const path = await freePath(files, root, 'data/texts', '')
    for (const data of loose) await copyIn(files, root, data, path, made)
    sources.push({ path, format: 'text-files' })
  }
  for (const source of sources) {
    const resolved = await resolveInProject(files, root, source.path)
    if (!resolved.ok) return resolved
  }
  return ok(sources)
}

/** The new path, relative to the project. A name that is taken gets `-2`. */
async function copyIn(
  files: Files,
  root: string,
  data: DataSource,
  into: string,
  made: string[]
): Promise<string> {
  const name = portable(basename(data.path))
  const [stem, extension] = data.kind === 'folder' ? [name, ''] : splitExtension(name)
  const path = await freePath(files, root, `${into}/${stem}`, extension)
  const parts =
    data.kind === 'folder' ? (await textFilesOf(files, data.path)).found : [{ path: data.path, relative: '' }]
  for (const part of parts) {
    const target = within(root, part.relative === '' ? path : `${path}/${part.relative}`)
    await files.copy(part.path, target)
    made.push(target)
  }
  return path
}

async function freePath(files: Files, root: string, stem: string, extension: string): Promise<string> {
  let path = stem + extension
  for (let n = 2; (await files.stat(within(root, path))) !== undefined; n++) path = `${stem}-${n}${extension}`
  return path
}

function splitExtension(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
}

/** A file name that means the same on every system. */
function portable(name: string): string {
  const safe = name.replace(/[\\:\0-\x1f\x7f]/g, '-').replace(/[. ]+$/, '')
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe) || safe === '' ? `data-${safe}` : safe
}

async function createIfMissing(files: Files, path: string, content: string, made: string[]): Promise<void> {
  try {
    await files.create(path, content)
    made.push(path)
  } catch (error) {
    if (!(error instanceof FileError) || error.kind !== 'exists') throw error
  }
}
