import type { Item } from '../../schemas/item.ts'
import type { Field } from '../../schemas/project.ts'
import type {
  CategoryTask,
  ExportContext,
  Exporter,
  ExportRecord,
  ExportTask,
  ImportFile,
  Imported
} from '../kit/format.ts'

/** What an export gave: files by name, and what was left out as `item: reason`. */
export interface Exported {
  readonly files: ReadonlyMap<string, string>
  readonly drops: readonly { readonly item: string; readonly reason: string }[]
}

export interface ExportSetup<Config, Answer> {
  readonly exporter: Exporter<Config, Answer>
  readonly config: Config
  readonly items: readonly Item[]
  readonly answers: readonly Answer[]
  readonly options?: Readonly<Record<string, string>>
  /** What the task looks at. Absent: the text. */
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
    setup.field
  )
  const files = new Map<string, string>()
  const counts = new Map<string, number>()
  async function* records() {
    for (const [place, item] of setup.items.entries()) {
      const answer = setup.answers[place]
      if (answer !== undefined) yield recordOf(item, answer, setup.categories)
    }
  }
  for await (const { file, text, records: count } of setup.exporter.write(records(), context)) {
    files.set(file, (files.get(file) ?? '') + text)
    counts.set(file, (counts.get(file) ?? 0) + (count ?? 1))
  }
  for (const { file, text } of setup.exporter.companions?.(context, counts) ?? []) files.set(file, text)
  return { files, drops }
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

/** The data file of an export and what goes with it, as an importer finds them. */
export function asImport({ files }: Exported): ImportFile {
  const [[name, text] = ['', '']] = files
  return importFile(name, text, files)
}

export async function collect(imported: AsyncIterable<Imported>): Promise<readonly Imported[]> {
  const all: Imported[] = []
  for await (const each of imported) all.push(each)
  return all
}
