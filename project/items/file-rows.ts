import { join } from 'node:path'
import type { Field, Source } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { formatByExtension, isUnshownPicture, kindOfFiles } from '../sources/data-formats.ts'
import { unshown } from '../sources/left-out.ts'
import { ProblemList } from '../sources/problem-list.ts'
import { readText } from '../sources/read-text.ts'
import { isOwnFolder, walk } from '../sources/text-files.ts'
import type { RowTable } from './row-table.ts'
import type { RowRead, SourceRows } from './source-rows.ts'

/** What a file counts for beside the bytes of tables. */
const FILE_SIZE = 4096

/** How many files are told of at once. */
const STEP = 64

interface FilesState {
  /** Relative to the folder of the source, POSIX, as the disk spells them. Empty for a source that is one file. */
  readonly paths: string[]
  /** Every folder that was walked, and when a name in it changed last. */
  readonly folders: { readonly relative: string; readonly mtimeMs: number }[]
}

/** The files of a folder, or one file. A row's `start` is the place of its path in a list. */
export class FileRows implements SourceRows {
  readonly source: Source
  readonly columns: ReadonlySet<string> = new Set()
  readonly lacking = undefined
  #paths: string[] = []
  #folders: FilesState['folders'] = []
  #anyUnread = false
  readonly #files: Files
  readonly #at: string
  readonly #folder: boolean
  readonly #field: Field
  readonly #problems = new ProblemList()

  /** `at` is the absolute path of the source. */
  constructor(files: Files, source: Source, field: Field, at: string, folder: boolean) {
    this.source = source
    this.#files = files
    this.#at = at
    this.#folder = folder
    this.#field = field
  }

  get size(): number {
    return Math.max(1, this.#paths.length) * FILE_SIZE
  }

  get problems(): readonly Problem[] {
    const { problems, more } = this.#problems.list(this.columns)
    if (more === 0) return problems
    return [...problems, { file: this.source.path, message: `There are ${more} more files like these.` }]
  }

  state(): FilesState | undefined {
    // A text that could not be read can be mended without its folder noticing.
    return this.#folder && !this.#anyUnread ? { paths: this.#paths, folders: this.#folders } : undefined
  }

  async restore(state: unknown): Promise<boolean> {
    const kept = state as FilesState | undefined
    if (kept === undefined || !this.#folder) return false
    for (const { relative, mtimeMs } of kept.folders) {
      const now = await this.#files.stat(join(this.#at, ...relative.split('/'))).catch(() => undefined)
      if (now?.mtimeMs !== mtimeMs) return false
    }
    this.#paths = kept.paths
    this.#folders = kept.folders
    return true
  }

  async *scan(rows: RowTable): AsyncGenerator<number> {
    const add = (relative: string) => rows.add(this.#paths.push(relative) - 1, 0, 0)
    if (!this.#folder) add('')
    else
      for await (const step of walk(this.#files, this.#at, (path, kind) => this.#wants(path, kind))) {
        if (step.kind === 'folder') this.#folders.push({ relative: step.relative, mtimeMs: step.mtimeMs })
        else if (step.kind === 'problem')
          this.#problems.add({ ...step.problem, file: this.#name(step.problem.file ?? '') })
        else if (formatByExtension(step.file.relative) === this.source.format) add(step.file.relative)
        else this.#problems.add({ file: this.#name(step.file.relative), message: unshown })
        if (this.#paths.length % STEP === 0) yield this.size
      }
    yield this.size
  }

  async *read(rows: RowTable, from: number, to: number): AsyncGenerator<RowRead> {
    for (let row = from; row < to; row++) {
      const relative = this.#paths[rows.start(row)] ?? ''
      yield this.source.format === 'text-files' ? await this.#text(relative) : this.#item(relative)
    }
  }

  async #text(relative: string): Promise<RowRead> {
    const path = this.#folder ? join(this.#at, ...relative.split('/')) : this.#at
    const text = await readText(this.#files, path, this.#name(relative))
    if (text.ok) return this.#item(relative, text.value)
    this.#anyUnread = true
    return { problems: text.problems.map(problem => ({ problem })) }
  }

  /** Of a picture or a recording the field holds its path. */
  #item(relative: string, text?: string): RowRead {
    const name = this.#name(relative)
    const draft = {
      id: pathIn(this.source.idPath ?? this.source.path, relative).normalize('NFC'),
      literalId: true,
      item: (id: string) => {
        const fields = Object.fromEntries([[this.#field.id, text ?? name]])
        return { id, source: name, fingerprint: fingerprintOf(fields), fields, meta: {} }
      }
    }
    return { draft, problems: [] }
  }

  #name(relative: string): string {
    return pathIn(this.source.path, relative)
  }

  #wants(relative: string, kind: 'file' | 'folder'): boolean {
    if (kind === 'folder') return !(this.source.path === '.' && isOwnFolder(relative))
    if (formatByExtension(relative) === this.source.format) return true
    return this.source.format === 'image-files' && isUnshownPicture(relative)
  }
}

/** `relative` is empty for a source that is one file, and for the folder itself. */
function pathIn(base: string, relative: string): string {
  if (relative === '') return base
  return base === '.' ? relative : `${base}/${relative}`
}

/** Why the files of a source cannot be items of a project with these fields; undefined when they can. */
export function fileFieldProblem(source: Source, fields: readonly Field[]): Problem | undefined {
  const kind = kindOfFiles(source.format) ?? 'text'
  if (fields.length === 1 && fields[0]?.kind === kind) return undefined
  const message = `These files fill one field of kind "${kind}", and this project has other fields.`
  return { file: source.path, message }
}
