import type { FormatName, FormatOption } from '../../labelers/kit/format.ts'
import type { Seconds } from '../../labelers/kit/seconds.ts'
import type { Peaks, Samples, SoundState, SpeechPiece } from '../../labelers/kit/sound.ts'
import type { Item, MediaInfo } from '../../schemas/item.ts'
import { Comment, type LabelFile, Status } from '../../schemas/label-file.ts'
import { Field, type FieldKind, type Source, type Project } from '../../schemas/project.ts'
import { type FilterChoices, ItemFilter, ItemOrder, type RowMarks } from '../../schemas/queue-view.ts'
import { type Problem, type Result, type Schema, type Static, Type } from '../../schemas/schema.ts'
import type { CountedStats } from '../../schemas/stats.ts'

/**
 * Every call and event that crosses the process line. Main supplies a handler for each (leaving one out does not compile)
 * and parses every input with the schema here; preload exposes exactly these names; the window sees `Client`.
 */

/** One call: the schema of its input, and its output as a type only. */
interface Call<Input, Output> {
  readonly input: Schema<Input>
  readonly __output?: Output
}
const call =
  <Output>() =>
  <S extends Schema<unknown>>(input: S): Call<S['static'], Output> => ({
    input: input
  })

const None = Type.Object({}, { additionalProperties: false })
const exact = { additionalProperties: false } as const
const path = Type.String({ minLength: 1, maxLength: 4096 })
const itemId = Type.String({ minLength: 1, maxLength: 4096 })
const position = Type.Integer({ minimum: 0 })
const sound = Type.Integer({ minimum: 0 })
const time = Type.Unsafe<Seconds>(Type.Number())
const length = Type.Unsafe<Seconds>(Type.Number({ minimum: 0, maximum: 3600 }))

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Kept for this person on this machine, outside every project. */
export const Settings = Type.Object(
  {
    /** Lower-case id of the person labelling. */
    annotator: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,31}$' }),
    theme: Type.Union(themes.map(theme => Type.Literal(theme))),
    /** Command id → keys, where the person rebound them. */
    keys: Type.Record(
      Type.String({ maxLength: 200 }),
      Type.Array(Type.String({ maxLength: 40 }), { maxItems: 8 })
    )
  },
  exact
)
export type Settings = Static<typeof Settings>

export interface Recent {
  readonly folder: string
  readonly name: string
  readonly labelers: readonly string[]
  readonly openedAt: string
  readonly done: number
  readonly items: number
  /** The folder is not there now: a drive that was unplugged, or a folder that was moved. */
  readonly gone: boolean
}

export interface SampleInfo {
  readonly id: string
  readonly name: string
  readonly about: string
  /** What its items hold. */
  readonly kinds: readonly FieldKind[]
  readonly labelers: readonly string[]
}

export interface TemplateInfo {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly labelers: readonly string[]
}

export interface AppInfo {
  readonly version: string
  readonly platform: string
  readonly home: string
  readonly settings: Settings
  readonly recents: readonly Recent[]
  readonly samples: readonly SampleInfo[]
  readonly templates: readonly TemplateInfo[]
  /** A project folder to open now, instead of showing home: given on the command line, or the sample of a first start. */
  readonly open?: string
  /** What the person should know before anything else: their settings file was damaged and set aside. */
  readonly problems?: readonly Problem[]
}

/** What a picked or dropped path is. */
export type Inspection =
  | { readonly kind: 'project'; readonly folder: string; readonly name: string }
  | { readonly kind: 'data'; readonly preview: SourcePreview }
  | { readonly kind: 'nothing'; readonly problems: readonly Problem[] }

/** What would become items, before anything is made. */
export interface SourcePreview {
  readonly paths: readonly string[]
  readonly format: Source['format'] | 'parquet'
  /** Columns or keys, in order. Empty for files. */
  readonly columns: readonly string[]
  /** The first rows as they will be read, at most 20, by column; for text files `file` and `text`, for pictures and recordings `file` and `content`. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** How many items there are in all, or in what was counted within a second; `counted` says which. */
  readonly items: number
  readonly counted: 'all' | 'at-least'
  /** What the columns look like. No fields for text files, and where nothing looks like one. */
  readonly guess: {
    readonly fields: readonly {
      readonly id: string
      readonly kind: FieldKind
      readonly name: string
      readonly column: string
    }[]
    readonly id?: string
    readonly tokens?: string
  }
  readonly problems: readonly Problem[]
  /** Where the project would be made, and whether the data would be copied into it. */
  readonly folder: string
  readonly name: string
  readonly copies: boolean
}

export interface ProjectSummary {
  readonly folder: string
  readonly project: Project
  readonly annotator: string
  /** Known so far. */
  readonly items: number
  /** The data is still being read: there will be more items. `index.progress` tells of them. */
  readonly reading: boolean
  /** Label files are still being read: some statuses will be others. `index.progress` tells of them too. */
  readonly readingLabels: boolean
  readonly counts: Counts
  /** Nothing can be saved, and why, in a sentence. */
  readonly readOnly?: string
  readonly guidelines: string
  /** Data that is not where the project says. */
  readonly missing: readonly MissingSource[]
  /** Rows and files that could not become items, conflict copies, damaged files: the rest is usable. */
  readonly problems: readonly Problem[]
  /** How many of them are about its data, so far. */
  readonly dataProblems: number
  /** Where to go first: the last item worked on, else the first that is to do. */
  readonly start: number
}

export interface MissingSource {
  /** As the project has it. */
  readonly path: string
  /** Whether it is a folder of files; else it is one file. */
  readonly folder: boolean
}

export type Counts = Readonly<Record<Status, number>>

/** How far the reading of a project's data and label files is. */
export interface IndexNews {
  readonly folder: string
  /** Positions known so far; `holes` of them are known to be no items. */
  readonly items: number
  readonly holes: number
  readonly state: 'running' | 'stopped' | 'whole'
  /** Of the work, 0 to 1. */
  readonly share: number
  /** How many of the label files are read that nothing was known of, 0 to 1; null: all. */
  readonly labels: number | null
  readonly counts: Counts
  /** Rows and files that could not become items. */
  readonly problemCount: number
}

export interface QueueRow extends RowMarks {
  readonly position: number
  readonly id: string
  readonly title: string
  /** Of the picture or recording that stands for the item: its path in the project, and what its head says. */
  readonly media?: MediaInfo & { readonly path: string }
  /** A line about this annotator's answer to it. */
  readonly said?: string | undefined
}

/** A view of the queue as far as it is found without reading rows. */
export interface FoundItems {
  /** Positions in the order of the view; null: every item in source order, `items` of them. */
  readonly positions: Uint32Array | null
  readonly items: number
  /** Rows are being read for it: `queue.found` brings the positions. */
  readonly reading: boolean
  /** Of all items of the project. */
  readonly counts: Counts
}

/** Items that have a text in their id or a field. */
export interface TextHits {
  readonly rows: readonly QueueRow[]
  /** Every item was looked at, or as many as fit were found. */
  readonly whole: boolean
}

export interface OpenedItem {
  readonly position: number
  readonly item: Item
  /** This annotator's label file, or null if there is none yet. */
  readonly label: LabelFile | null
  /** The label file cannot be written: newer format, or the project is read-only. */
  readonly readOnly?: string
  /** A label file was there and could not be read. It is in quarantine, unchanged; the person chooses what to do. */
  readonly damaged?: {
    readonly problem: Problem
    readonly quarantine: string
    readonly previousSavedAt?: string
  }
  /** Copies of the label file that a sync service made because two computers changed it. */
  readonly copies: readonly ShownCopy[]
  /** Worth saying and no reason to stop: the content changed since it was labelled, a span's quote differs. */
  readonly problems: readonly Problem[]
}

/** A conflict copy beside the label file. With `problem` it cannot be taken, and nothing is known of what it says. */
export interface ShownCopy {
  /** Where it is, relative to the project. */
  readonly file: string
  /** Who made it, in a sentence. */
  readonly made: string
  readonly problem?: Problem
  /** Both say the same. */
  readonly same?: boolean
  /** Null: there is no label file beside it. */
  readonly here?: CopySide | null
  readonly copy?: CopySide
}

/** What one of two label files of an item says, to be compared at a glance. */
export interface CopySide {
  readonly status: Status
  readonly savedAt: string
  readonly comments: number
  /** By task, in the order of the project: a line about the answer; null where there is none. */
  readonly answers: readonly (string | null)[]
}

export interface ListedProblem {
  readonly problem: Problem
  /** Of the item it is about, where that is an item of this annotator's queue. */
  readonly position?: number
}

/** One annotator's state of one item, as the screen holds it. */
export const LabelState = Type.Object(
  {
    status: Status,
    answers: Type.Record(Type.String({ maxLength: 200 }), Type.Unknown()),
    comments: Type.Array(Comment),
    unsure: Type.Boolean(),
    skipReason: Type.Optional(Type.String({ maxLength: 2000 }))
  },
  exact
)
export type LabelState = Static<typeof LabelState>

export interface SaveReceipt {
  readonly revision: number
  readonly savedAt: string
  readonly counts: Counts
}

/** What other programs did to the label files. */
export interface LabelsChanged {
  /** Items whose label file of this annotator is not what it was. */
  readonly positions: readonly number[]
  /** Everyone whose label files are not what they were. */
  readonly annotators: readonly string[]
  readonly counts: Counts
  /** How many problems the project has now, in its data and among its label files. */
  readonly problems: number
}

export interface FormatInfo {
  readonly format: FormatName
  readonly labeler: string
  readonly title: string
  readonly exports: boolean
  readonly imports: boolean
  /** It imports a folder of files as well as one of them. */
  readonly importsFolders: boolean
  readonly cannotCarry: string
  /** What an export may choose; the first value of each is the default. */
  readonly options: readonly FormatOption[]
}

export interface ExportReport {
  readonly out: string
  readonly counts: { readonly in: number; readonly out: number; readonly dropped: number }
  readonly dropped: readonly {
    readonly item: string
    readonly task?: string
    readonly annotator?: string
    readonly reason: string
  }[]
  readonly files: readonly string[]
}

export interface ImportReport {
  readonly created: number
  readonly merged: number
  readonly skipped: number
  readonly addedLabels: Readonly<Record<string, readonly string[]>>
  readonly problems: readonly Problem[]
}

const formatName = Type.Unsafe<FormatName>(Type.String({ maxLength: 40 }))
const exportInput = {
  format: formatName,
  tasks: Type.Optional(Type.Array(Type.String({ maxLength: 200 }))),
  annotator: Type.Optional(Type.String({ maxLength: 64 })),
  status: Type.Union([Type.Literal('submitted'), Type.Literal('all')]),
  /** Values by name of the format's options. */
  options: Type.Optional(
    Type.Array(
      Type.Object({ name: Type.String({ maxLength: 64 }), value: Type.String({ maxLength: 64 }) }, exact),
      {
        maxItems: 32
      }
    )
  )
}

export const contract = {
  'app.info': call<AppInfo>()(None),
  'settings.save': call<Result<Settings>>()(Settings),
  /** Opens the system's own dialog. Null: the person changed their mind. */
  'folder.pick': call<string | null>()(Type.Object({ title: Type.String({ maxLength: 200 }) }, exact)),
  'files.pick': call<readonly string[]>()(Type.Object({ title: Type.String({ maxLength: 200 }) }, exact)),
  'path.inspect': call<Inspection>()(
    Type.Object({ paths: Type.Array(path, { minItems: 1, maxItems: 1000 }) }, exact)
  ),
  'project.create': call<Result<{ folder: string }>>()(
    Type.Object(
      {
        folder: path,
        name: Type.String({ minLength: 1, maxLength: 200 }),
        template: Type.String({ maxLength: 64 }),
        paths: Type.Array(path, { minItems: 1, maxItems: 1000 }),
        /** Absent: what the data shows to have. */
        fields: Type.Optional(Type.Array(Field, { minItems: 1, maxItems: 50 })),
        /** Field id → column. */
        columns: Type.Optional(Type.Record(Type.String(), Type.String())),
        idColumn: Type.Optional(Type.String()),
        tokensColumn: Type.Optional(Type.String())
      },
      exact
    )
  ),
  'project.open': call<Result<ProjectSummary>>()(Type.Object({ folder: path }, exact)),
  'project.close': call<null>()(None),
  /**
   * The data that the open project calls `source` is at `to`, which the person picked. Refused if the labelled items are
   * not there as they were. The items are those of before until the project is opened again.
   */
  'source.relink': call<Result<{ compared: number }>>()(Type.Object({ source: path, to: path }, exact)),
  'recent.remove': call<readonly Recent[]>()(Type.Object({ folder: path }, exact)),
  'sample.open': call<Result<{ folder: string }>>()(
    Type.Object({ id: Type.String({ maxLength: 64 }) }, exact)
  ),
  /** Turns to a view and ends the search of the one before. `search` numbers it for `queue.found`. */
  'queue.find': call<FoundItems>()(
    Type.Object(
      {
        search: Type.Integer({ minimum: 0 }),
        view: Type.Object({ filter: ItemFilter, order: ItemOrder }, exact)
      },
      exact
    )
  ),
  'index.look': call<Result<IndexNews>>()(None),
  /** Stops the reading of the data. What is read stays usable. */
  'index.stop': call<null>()(None),
  'index.goOn': call<null>()(None),
  /** Ends the search that is under way. What it has found stays. */
  'queue.stop': call<null>()(None),
  /** What a filter can ask for. `annotators`: whose labels and marks are counted; none: those of the person at the desk. */
  'queue.choices': call<FilterChoices>()(
    Type.Object({ annotators: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 1000 }) }, exact)
  ),
  /** The first items with this text, the one with exactly this id before all others. Ends the call before. */
  'queue.lookUp': call<TextHits>()(
    Type.Object({ text: Type.String({ minLength: 1, maxLength: 1000 }) }, exact)
  ),
  'queue.rows': call<readonly QueueRow[]>()(
    Type.Object({ positions: Type.Array(position, { maxItems: 500 }) }, exact)
  ),
  /** The next position of the view after (or before) `from` whose status is to do or draft; null if there is none. */
  'queue.nextTodo': call<number | null>()(
    Type.Object(
      { from: Type.Integer({ minimum: -1 }), direction: Type.Union([Type.Literal(1), Type.Literal(-1)]) },
      exact
    )
  ),
  'item.open': call<Result<OpenedItem>>()(Type.Object({ position }, exact)),
  /** What to do about a damaged label file. Nothing is deleted whatever is chosen. */
  'item.recover': call<Result<{ opened: OpenedItem; changed: LabelsChanged }>>()(
    Type.Object(
      {
        position,
        how: Type.Union([Type.Literal('previous'), Type.Literal('readable'), Type.Literal('fresh')])
      },
      exact
    )
  ),
  /** What to do about a conflict copy: it becomes the next revision, or is moved to quarantine. Nothing is deleted. */
  'copy.resolve': call<Result<{ opened: OpenedItem; changed: LabelsChanged }>>()(
    Type.Object(
      { position, file: path, how: Type.Union([Type.Literal('take'), Type.Literal('aside')]) },
      exact
    )
  ),
  /** What is wrong in the project, the first so many of `total`. */
  'problem.list': call<{ problems: readonly ListedProblem[]; total: number }>()(None),
  /**
   * Resolves ok only when the answer is on the disk. `revision` is the one this state was made from (0: none);
   * a file that has moved on meanwhile is refused, not overwritten.
   */
  'label.save': call<Result<SaveReceipt>>()(
    Type.Object(
      {
        position,
        id: itemId,
        revision: Type.Integer({ minimum: 0 }),
        state: LabelState,
        activeMs: Type.Integer({ minimum: 0 })
      },
      exact
    )
  ),
  /**
   * How far the project is, with everything saved so far. `lookAgain`: others may have written label files since; without
   * it, a second call costs no reading.
   */
  'stats.read': call<Result<CountedStats>>()(Type.Object({ lookAgain: Type.Boolean() }, exact)),
  'format.list': call<readonly FormatInfo[]>()(None),
  /** Says what an export would leave behind; writes nothing. */
  'export.preview': call<Result<ExportReport>>()(Type.Object(exportInput, exact)),
  'export.run': call<Result<ExportReport>>()(Type.Object({ ...exportInput, out: path }, exact)),
  'import.run': call<Result<ImportReport>>()(
    Type.Object(
      { path, format: formatName, task: Type.Optional(Type.String()), dryRun: Type.Boolean() },
      exact
    )
  ),
  /** Writes every unsaved state to a folder the person picks, when the project's disk will not take it. */
  'rescue.save': call<Result<{ path: string }>>()(
    Type.Object({ states: Type.Array(Type.Object({ id: itemId, state: LabelState }, exact)) }, exact)
  ),
  'folder.reveal': call<null>()(
    Type.Object({ which: Type.Union([Type.Literal('project'), Type.Literal('export')]) }, exact)
  ),
  /**
   * Begins to read a recording that an item shown lately has in a media field. `sound` is a number of the window's choice
   * that no open recording has; `sound.state` tells of it from now on. The oldest gives way when too many are open.
   */
  'sound.open': call<null>()(Type.Object({ sound, path }, exact)),
  'sound.peaks': call<Peaks>()(
    Type.Object({ sound, from: time, to: time, columns: Type.Integer({ minimum: 0, maximum: 8192 }) }, exact)
  ),
  'sound.samples': call<Samples>()(
    Type.Object(
      { sound, from: time, to: time, sampleRate: Type.Number({ minimum: 1, maximum: 768_000 }) },
      exact
    )
  ),
  /** Null: another asking for the same recording ended this one. */
  'sound.speech': call<readonly SpeechPiece[] | null>()(
    Type.Object(
      {
        sound,
        settings: Type.Object(
          {
            sensitivity: Type.Number({ minimum: 0, maximum: 1 }),
            minSpeech: length,
            minSilence: length,
            padding: length
          },
          exact
        )
      },
      exact
    )
  ),
  /** The answer to `sound.decode`: samples of each channel, or null where AAC cannot be decoded. */
  'sound.decoded': call<null>()(
    Type.Object(
      {
        job: Type.Integer({ minimum: 0 }),
        samples: Type.Union([Type.Array(Type.Unsafe<Float32Array>({}), { maxItems: 32 }), Type.Null()])
      },
      exact
    )
  ),
  'sound.close': call<null>()(Type.Object({ sound }, exact)),
  /** Round trip of nothing: for the benchmark's floor. */
  'app.ping': call<null>()(None),
  /** The window has nothing unsaved and may close. */
  'window.closeNow': call<null>()(None)
} as const

export type Contract = typeof contract
export type CallName = keyof Contract
export type InputOf<Name extends CallName> = Contract[Name] extends Call<infer Input, unknown> ? Input : never
export type OutputOf<Name extends CallName> =
  Contract[Name] extends Call<never, infer Output>
    ? Output
    : Contract[Name] extends { readonly __output?: infer Output }
      ? Exclude<Output, undefined>
      : never

/** What main supplies. */
export type Handlers = { readonly [Name in CallName]: (input: InputOf<Name>) => Promise<OutputOf<Name>> }

/** Main tells the window. */
export interface Events {
  /** More of the data or of the label files is read, or all, or reading was stopped or goes on. */
  'index.progress': IndexNews
  /** More of the view that was asked for under this number; `share` of the rows are read, 0 to 1. */
  'queue.found': {
    readonly search: number
    readonly positions: Uint32Array
    readonly share: number
    readonly ended: boolean
  }
  /** More of an open recording is read, or it cannot be. At most ten times a second for each. */
  'sound.state': { readonly sound: number; readonly state: SoundState }
  /** AAC, which only the window's system can decode: `sizes` of the packets in `bytes`. Answer with `sound.decoded`. */
  'sound.decode': {
    readonly job: number
    readonly config: Uint8Array
    readonly sampleRate: number
    readonly channels: number
    readonly bytes: Uint8Array
    readonly sizes: readonly number[]
  }
  /** While `project.create` copies data: rows and files so far, of all. At most ten times a second. */
  'project.progress': { readonly done: number; readonly of: number }
  /** The person closes the window: finish saving, then call `window.closeNow`. */
  'window.closing': null
  /** A menu item or system shortcut: the id of a command of the registry. */
  'command.run': string
  /** Label files were changed on disk by someone else. */
  'labels.changed': LabelsChanged
  /** Another start of the app, or the system, asks for this project folder: finish saving, then open it. */
  'project.requested': { readonly folder: string }
}
export type EventName = keyof Events

/** What preload puts on `window.goldset`, and what tests supply over the real handlers and memory files. */
export interface Client {
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
  /** The path of a file dropped on the window. */
  pathOf(file: unknown): string
}
