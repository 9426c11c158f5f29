import type { Item } from '../../schemas/item.ts'
import type { Field } from '../../schemas/project.ts'
import { ok } from '../../schemas/schema.ts'
import type {
  CategoryTask,
  ExportContext,
  Exporter,
  ExportRecord,
  ExportTask,
  Importer,
  ImportFile,
  Imported
} from '../kit/format.ts'

/** What an export gave: files by name, pictures that go along, and what was left out as `item: reason`. */
export interface Exported {
  readonly files: ReadonlyMap<string, string>
  /** By name in the export: the path in the project. */
  readonly copies: ReadonlyMap<string, string>
  readonly drops: readonly { readonly item: string; readonly reason: string }[]
}

export interface ExportSetup<Config, Answer> {
  readonly exporter: Exporter<Config, Answer>
  readonly config: Config
  readonly items: readonly Item[]
  readonly answers: readonly Answer[]
  readonly options?: Readonly<Record<string, string>>
  /** What the task looks at. Absent: the first field of the items. */
  readonly field?: Field
  readonly categoryTasks?: readonly CategoryTask[]
  /** By task id, for every item. */
  readonly categories?: ReadonlyMap<string, readonly string[]>
}

const theText: Field = { id: 'text', kind: 'text' }

const taskOf = <Config>(config: Config, { id: field, kind }: Field): ExportTask<Config> => ({
  id: 'task',
  title: 'Task',
  field,
  kind,
  required: false,
  config
})

export function contextOf<Config>(
  config: Config,
  drop: ExportContext<Config>['drop'],
  more: Partial<ExportContext<Config>> = {},
  field: Field = theText
): ExportContext<Config> {
  return {
    tasks: [taskOf(config, field)],
    categoryTasks: [],
    projectName: 'A project',
    fileName: (task, extension) => `${task}.${extension}`,
    drop,
    ...more
  }
}

export function recordOf<Answer>(
  item: Item,
  answer: Answer,
  categories: ReadonlyMap<string, readonly string[]> = new Map()
): ExportRecord<Answer> {
  return {
    item,
    annotator: 'ana',
    status: 'submitted',
    comments: [],
    answers: new Map([['task', answer]]),
    categories
  }
}

/** Runs an exporter as an export does, in memory. */
export async function exportAll<Config, Answer>(setup: ExportSetup<Config, Answer>): Promise<Exported> {
  const drops: { item: string; reason: string }[] = []
  const context = contextOf(
    setup.config,
    ({ item, reason }) => void drops.push({ item, reason }),
    { options: new Map(Object.entries(setup.options ?? {})), categoryTasks: setup.categoryTasks ?? [] },
    setup.field ?? fieldOf(setup.items)
  )
  const files = new Map<string, string>()
  const copies = new Map<string, string>()
  const counts = new Map<string, number>()
  async function* records() {
    for (const [place, item] of setup.items.entries()) {
      const answer = setup.answers[place]
      if (answer !== undefined) yield recordOf(item, answer, setup.categories)
    }
  }
  for await (const chunk of setup.exporter.write(records(), context)) {
    const { file } = chunk
    if ('copyOf' in chunk) copies.set(file, chunk.copyOf)
    else {
      files.set(file, (files.get(file) ?? '') + chunk.text)
      counts.set(file, (counts.get(file) ?? 0) + (chunk.records ?? 1))
    }
  }
  for (const { file, text } of setup.exporter.companions?.(context, counts) ?? []) files.set(file, text)
  return { files, copies, drops }
}

/** The first field of the items: the one a labeler's example is about, where it does not say. */
export function fieldOf([first]: readonly Item[]): Field {
  const [id = 'text'] = Object.keys(first?.fields ?? {})
  return { id, kind: first?.media === undefined ? 'text' : 'image' }
}

/** A file to import, from its text. */
export function importFile(
  path: string,
  text: string,
  beside: ReadonlyMap<string, string> = new Map()
): ImportFile {
  return {
    path,
    async *lines() {
      let line = 0
      for (const each of text.replace(/\r?\n$/, '').split(/\r?\n/)) yield { line: ++line, text: each }
    },
    text: async () => text,
    beside: async name => beside.get(name)
  }
}

/** The data file of an export and what goes with it, or its folder for an importer that reads those. */
export function asImport(
  { files }: Pick<Exported, 'files'>,
  importer: Pick<Importer<never, never>, 'readsFolders'> = {}
): ImportFile {
  if (importer.readsFolders === true) return importFolder(files)
  const [[name, text] = ['', '']] = files
  return importFile(name, text, files)
}

/** A folder to import, from the texts of its files. */
export function importFolder(files: ReadonlyMap<string, string>): ImportFile {
  return {
    ...importFile('export', ''),
    isFolder: true,
    beside: async name => files.get(name),
    async *below(extension) {
      for (const [path, text] of files)
        if (path.endsWith(`.${extension}`)) yield ok(importFile(path, text, files))
    }
  }
}

export async function collect(imported: AsyncIterable<Imported>): Promise<readonly Imported[]> {
  const all: Imported[] = []
  for await (const each of imported) all.push(each)
  return all
}
