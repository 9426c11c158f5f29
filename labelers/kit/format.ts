import type { Item } from '../../schemas/item.ts'
import type { Comment, Status } from '../../schemas/label-file.ts'
import type { FieldKind } from '../../schemas/project.ts'
import type { Problem, Result } from '../../schemas/schema.ts'
import type { Seconds } from './seconds.ts'

/** Every format name a script may use, of this and later labelers. A name here need not be implemented yet. */
export const formatNames = [
  'goldset',
  'conll',
  'spacy',
  'hf',
  'doccano',
  'csv',
  'coco',
  'yolo',
  'voc',
  'labelme',
  'imagefolder',
  'srt',
  'vtt',
  'textgrid',
  'whisper',
  'nemo',
  'audiofolder',
  'kaldi',
  'ctm',
  'stm',
  'eaf',
  'trl',
  'kto',
  'openai-preference',
  'helpsteer',
  'ultrafeedback',
  'hh',
  'arena',
  'rubric-csv',
  'label-studio',
  'prodigy',
  'brat',
  'cvat'
] as const
export type FormatName = (typeof formatNames)[number]

/** A task as an exporter sees it. */
export interface ExportTask<Config> {
  readonly id: string
  readonly title: string
  readonly field: string
  /** What that field holds. Absent: text. */
  readonly kind?: FieldKind
  readonly required: boolean
  readonly config: Config
}

/** One label file, with its item. */
export interface ExportRecord<Answer> {
  readonly item: Item
  readonly annotator: string
  readonly status: Status
  readonly comments: readonly Comment[]
  /** By task id, only tasks of this exporter's labeler. A task that was not answered is absent. */
  readonly answers: ReadonlyMap<string, Answer>
  /** By task id: the classes of the whole item that *other* labelers' tasks gave it, by name (see `Labeler.categories`). */
  readonly categories: ReadonlyMap<string, readonly string[]>
}

/** A task of another labeler whose answer is a set of classes of the whole item. From `Labeler.categorySet`. */
export interface CategoryTask {
  readonly id: string
  /** Every class name, in export order. */
  readonly names: readonly string[]
  /** At most one of them. Absent means false. */
  readonly exclusive?: boolean
}

/** A choice an exporter offers; the first value is the default. */
export interface FormatOption {
  readonly name: string
  readonly values: readonly string[]
  readonly about: string
}

export interface ExportContext<Config> {
  /** By `FormatOption.name`. Absent, or a name that is missing: the default. */
  readonly options?: ReadonlyMap<string, string>
  /** The tasks to export, all of this labeler, at least one. */
  readonly tasks: readonly ExportTask<Config>[]
  /** Tasks of other labelers that give categories: id and every class name, in export order. */
  readonly categoryTasks: readonly CategoryTask[]
  readonly projectName: string
  /** The name to give the data file where the format has just one; from `--out`, else `<task>.<extension>`. */
  readonly fileName: (taskId: string, extension: string) => string
  /**
   * Why no pieces can be cut out of this recording (path relative to the project); undefined when they can. Absent: none can.
   */
  cutProblem?(path: string): Promise<string | undefined>
  /** Says that a record, or a part of it, was left out and why. */
  drop(dropped: { item: string; task?: string; annotator?: string; reason: string }): void
}

/** A piece of an output file. Pieces of one file may be interleaved with pieces of another. */
export interface ExportChunk {
  /** Relative to the export folder, POSIX. */
  readonly file: string
  readonly text: string
  /** How many records it holds, for the counts of the manifest. Absent: one. A header row holds none. */
  readonly records?: number
  /** Nothing more comes for this file: formats with a file for each record say so, or all would stay open to the end. */
  readonly last?: true
}

/** A file of the project that goes along, such as the picture an answer is about: as it is, or a piece of it. It is no record. */
export interface ExportCopy {
  /** Relative to the export folder, POSIX. */
  readonly file: string
  /** Relative to the project, POSIX, as a media field of an item holds it. */
  readonly copyOf: string
  /**
   * Only the samples between two times of a recording, as a WAV of the same kind of samples. Each edge is the sample
   * nearest to it. Ask `ExportContext.cutProblem` first.
   */
  readonly cut?: { readonly from: Seconds; readonly to: Seconds }
}

/** Streams records out: one pass, bounded memory, same records in the same order give the same bytes. */
export interface Exporter<Config, Answer> {
  readonly format: FormatName
  readonly title: string
  /** Extension of its data files without the dot. */
  readonly extension: string
  /** What the format cannot hold, in a sentence; empty when it holds everything of this labeler. */
  readonly cannotCarry: string
  readonly offsetUnit: 'codepoint' | null
  /** Name and version of the tokenizer it uses, or null. */
  readonly tokenizer: string | null
  readonly options?: readonly FormatOption[]
  /** Nothing reads it back: it is made for a program that does not label. Absent: the labeler has an importer for it. */
  readonly oneWay?: true
  /**
   * It writes the classes of `categoryTasks` into its own records, so that the labelers of those tasks need not
   * export the same format beside it.
   */
  readonly carriesCategories?: boolean
  write(
    records: AsyncIterable<ExportRecord<Answer>>,
    context: ExportContext<Config>
  ): AsyncIterable<ExportChunk | ExportCopy>
  /** Whole files that go with the data, such as a dataset card; written after the data, told how many records went into each file. */
  companions?(context: ExportContext<Config>, counts: ReadonlyMap<string, number>): readonly ExportChunk[]
}

/**
 * A file to import, read as a stream. Reading decodes strictly and throws a `Problem`-carrying error for bad bytes.
 * `lines` may be called again and starts over: some formats say only at their end what unit they count in.
 */
export interface ImportFile {
  /** As given by the person. */
  readonly path: string
  /** Lines without their ends, with numbers from 1. */
  lines(): AsyncIterable<{ readonly line: number; readonly text: string }>
  text(): Promise<string>
  /**
   * A small text file in the same folder (in the folder itself, where one was given), undefined when there is none:
   * Hugging Face keeps class names in `README.md`.
   */
  beside?(name: string): Promise<string | undefined>
  /** Ids of the fields of the project it is read into: columns of these names are the data's, not answers. */
  readonly fields?: readonly string[]
  /** The person gave a folder: `lines` and `text` are empty then, and `below` has what there is. */
  readonly isFolder?: boolean
  /**
   * Every file below the folder that was given, or that this file lies in, whose name ends with a dot and `extension`,
   * in natural order. Their paths are relative to that folder, POSIX. One that cannot be read is a problem.
   */
  below?(extension: string): AsyncIterable<Result<ImportFile>>
}

/** One record of a foreign file, labels still by name. */
export interface ImportedRecord {
  /** The file it is from, where a folder is imported. */
  readonly file?: string
  readonly line: number
  /** Their id, if the format has one. */
  readonly id?: string
  /** Their file path, if the format has one. Of a picture or a recording it may lack the extension. */
  readonly path?: string
  /** The text, where items are texts. */
  readonly text?: string
  /** The conversation as JSON text, where items are conversations. */
  readonly chat?: string
  readonly tokens?: readonly (readonly [number, number])[]
  /** Everything else they say about the item, kept as meta when a project is made of it. */
  readonly meta: Readonly<Record<string, unknown>>
  readonly annotator?: string
  readonly status?: Status
  /**
   * By a name for the task: `entities`, `intent`. `labels` are the names it mentions;
   * `value` is the importer's own and comes back to `answer`.
   */
  readonly answers: ReadonlyMap<string, { readonly labels: readonly string[]; readonly value: unknown }>
}

export type Imported = { readonly record: ImportedRecord } | { readonly problem: Problem }

/**
 * Streams records in. Never throws for a bad row: yields a problem with its line, and goes on.
 * Where several labelers read one format, each yields every row of the file with its own answers only:
 * rows of the same `file` and `line` are the same item.
 */
export interface Importer<Config, Answer> {
  readonly format: FormatName
  readonly title: string
  /** It reads a folder of files as well as one of them: Pascal VOC has a file for every picture. */
  readonly readsFolders?: boolean
  /** What of the format is not taken over, in a sentence; empty when all is. */
  readonly leavesOut: string
  read(file: ImportFile): AsyncIterable<Imported>
  /** Says yes when this file looks like the format: used where the person did not say. */
  recognises(firstLines: readonly string[], path: string): boolean
  /**
   * Says yes when this file is for this labeler and no other that reads the same format: a CSV with columns for the edges
   * of boxes has no column that is a choice. Absent: labelers share the file.
   */
  claims?(firstLines: readonly string[]): boolean
  /**
   * The config a new task needs to hold these answers, before labels are added (`nested` when spans overlap, …).
   * `values` are the `value`s of one task name, streamed.
   */
  configFor(values: Iterable<unknown>, defaults: Config): Config
  /**
   * Turns an imported value into an answer for an item. What cannot be taken comes back as problems, never silently.
   * No answer at all, where an empty one would say "there is nothing here" and nobody said so.
   */
  answer(
    value: unknown,
    context: { readonly config: Config; readonly item: Item; readonly field: string },
    idOf: (labelName: string) => string | undefined
  ): { readonly answer: Answer | undefined; readonly problems: readonly Problem[] }
}

/** The ways in and out of one labeler: what `labelers/<id>/formats/index.ts` exports. */
export interface LabelerFormats<Config, Answer> {
  readonly exporters: readonly Exporter<Config, Answer>[]
  readonly importers: readonly Importer<Config, Answer>[]
}

/** Formats of a labeler whose types the caller does not know, as `AnyLabeler`. */
export type AnyLabelerFormats = LabelerFormats<unknown, unknown>
