import type { Item } from '../../schemas/item.ts'
import type { Migration } from '../../schemas/migrate.ts'
import type { FieldKind } from '../../schemas/project.ts'
import type { Problem, Schema } from '../../schemas/schema.ts'

/** What a labeler may know of the place its answer is for. */
export interface Context<Config> {
  readonly config: Config
  readonly item: Item
  /** Id of the item's field this task looks at. */
  readonly field: string
  readonly required: boolean
}

/** A key and the command it gives, as data: the shell shows it, searches it, rebinds it and checks for conflicts. */
export interface KeyBinding<Command> {
  /** `<noun>.<verb>`, unique in the labeler; with a label id where it is about one: `label.apply:person`. */
  readonly id: string
  /** What a person would call it. */
  readonly title: string
  /** As the registry writes keys: `1`, `Shift+1`, `Alt+ArrowLeft`, `Delete`, `{`. Empty: no key until one is given. */
  readonly keys: readonly string[]
  /** Heading in the key sheet: `Words`, `Spans`, `Intent`. */
  readonly group: string
  /** Its keys act in a text of this task that is typed, too, though the field would take them: never those that write. */
  readonly whileTyping?: true
  /** The command where the key alone says everything; absent where the view must add what is selected. */
  readonly command?: Command
}

/** Something that can be done to the answers of many items at once, without looking at any of them. */
export interface BulkCommand<Command> {
  /** `<noun>.<verb>:<label id>`, unique in the labeler. */
  readonly id: string
  /** What a person would call it: the name of the label. */
  readonly title: string
  /** Doing it twice is doing it once, whatever the answer was. */
  readonly command: Command
}

/** What an answer needs in words: shown beside Submit and used by `check`. */
export type Missing = Problem

/**
 * A kind of labelling. Pure: no DOM, no Node, no clock, no randomness. One folder fills it in. Its formats
 * (`LabelerFormats`) and its views (`LabelerViews`) stand beside it, because the window needs no formats and main no views.
 * `Config` is the team lead's, `Answer` the annotator's, `Command` the only way one answer becomes another.
 */
export interface Labeler<Id extends string, Config, Answer, Command> {
  /** Folder name, and the name on disk. */
  readonly id: Id
  /** Raise it when `config` or `answer` changes shape; `migrations` must reach it from 1. */
  readonly version: number
  readonly title: string
  readonly accepts: readonly FieldKind[]
  readonly schema: { readonly config: Schema<Config>; readonly answer: Schema<Answer> }
  /** Steps for answers, numbered and named. */
  readonly migrations: readonly Migration[]
  /** The config of a new task, before a team lead has touched it. */
  readonly defaultConfig: Config

  /** The answer before anything was done. Not the same as an empty answer somebody submitted: that is a label file. */
  empty(context: Context<Config>): Answer
  /** Pure and total: a command that cannot be carried out returns the same object. */
  reduce(answer: Answer, command: Command, context: Context<Config>): Answer
  /** What keeps it from being complete. The schema admits a draft; this says what is missing or untrue. */
  check(answer: Answer, context: Context<Config>): readonly Problem[]
  /** Problems of a config beyond its schema, such as two labels with one key. Paths start at the config: `/labels/1/key`. */
  checkConfig(config: Config): readonly Problem[]
  keys(config: Config): readonly KeyBinding<Command>[]
  /** What can be done to many answers at once. Absent: nothing. */
  bulk?(config: Config): readonly BulkCommand<Command>[]

  /** Ids of the labels that can be given, in their order: what filters offer before anybody has used them. Absent: it has none. */
  labelIds?(config: Config): readonly string[]
  /** Label ids this answer uses, once per use: what statistics count. */
  labelsUsed(answer: Answer): readonly string[]
  /** The name of a label id, for people. Unknown ids return the id. */
  labelName(config: Config, id: string): string
  /** Adds labels by name, as imports need it. Existing ids and class numbers stay. */
  withLabels(
    config: Config,
    names: readonly string[]
  ): { readonly config: Config; readonly added: readonly string[] }
  /** For answers that are a set of classes of the whole item: their names. Absent for all others. */
  categories?(answer: Answer, config: Config): readonly string[]
  /** Together with `categories`: every class name in export order, and whether an answer has at most one. */
  categorySet?(config: Config): { readonly names: readonly string[]; readonly exclusive: boolean }
  /** One line about an answer, for lists: `15 entities`, `Change event`. */
  summary(answer: Answer, config: Config): string

  readonly agreement: {
    readonly metric: string
    /** 0 to 1, symmetric, 1 for equal answers. */
    compare(a: Answer, b: Answer, context: Context<Config>): number
    /** Whether two answers say the very same, where they can agree fully without that. Absent: when they agree fully. */
    same?(a: Answer, b: Answer): boolean
  }
}

/** A labeler whose types the shell does not know: configs and answers are opaque values that were parsed by its schema. */
export type AnyLabeler = Labeler<string, unknown, unknown, unknown>

/**
 * Forgets a labeler's types, once, at the list. Sound because every value that reaches it went through its schema.
 */
export function erase<Id extends string, Config, Answer, Command>(
  labeler: Labeler<Id, Config, Answer, Command>
): Labeler<Id, unknown, unknown, unknown> {
  return labeler
}
