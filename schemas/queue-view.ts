import { Status } from './label-file.ts'
import { type Static, Type } from './schema.ts'

const exact = { additionalProperties: false } as const

/** What can be noted of a label file beside its status. `problem`: something in it is not as it should be. */
export const markNames = ['unsure', 'commented', 'problem'] as const
export type MarkName = (typeof markNames)[number]

/** A label of one task. The same label id in another task is another label. */
export const LabelOfTask = Type.Object(
  { task: Type.String({ maxLength: 200 }), label: Type.String({ maxLength: 1000 }) },
  exact
)
export type LabelOfTask = Static<typeof LabelOfTask>

/**
 * Which items a queue shows. Parts are combined by and; several values of one part by or, save for marks, each of which
 * is a part. An empty part asks for nothing.
 */
export const ItemFilter = Type.Object(
  {
    /** Looked for in ids and fields, whatever the case. */
    text: Type.String({ maxLength: 1000 }),
    statuses: Type.Array(Status),
    /** Whose answers the other parts speak of; empty: those of the person at the desk. */
    annotators: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 1000 }),
    labels: Type.Array(LabelOfTask, { maxItems: 1000 }),
    marks: Type.Array(Type.Union(markNames.map(name => Type.Literal(name))))
  },
  exact
)
export type ItemFilter = Static<typeof ItemFilter>

export const everyItem: ItemFilter = { text: '', statuses: [], annotators: [], labels: [], marks: [] }

export function isEveryItem({ text, statuses, annotators, labels, marks }: ItemFilter): boolean {
  return text === '' && [statuses, annotators, labels, marks].every(part => part.length === 0)
}

/** What items can be sorted by. `time`: on the item, idle left out; `saved`: when last. Both of the person at the desk. */
export const sortKeys = ['status', 'time', 'saved', 'title', 'id'] as const
export type SortKey = (typeof sortKeys)[number]

const sortedBy = <Key extends SortKey>(...keys: readonly Key[]) =>
  Type.Object({ by: Type.Union(keys.map(key => Type.Literal(key))), descending: Type.Boolean() }, exact)

/** The order of a queue. Items that are alike stay in source order. */
export const ItemOrder = Type.Union([
  Type.Object({ by: Type.Literal('source') }, exact),
  /** The same seed always gives the same order, and a filter leaves things out of it without moving the rest. */
  Type.Object({ by: Type.Literal('shuffle'), seed: Type.Integer({ minimum: 0, maximum: 999_999 }) }, exact),
  sortedBy('status', 'time', 'saved'),
  /** Rows have to be read for these. */
  sortedBy('title', 'id')
])
export type ItemOrder = Static<typeof ItemOrder>

export const sourceOrder: ItemOrder = { by: 'source' }

/** What a queue shows, in which order. */
export interface QueueView {
  readonly filter: ItemFilter
  readonly order: ItemOrder
}

/** What a queue shows of an item beside its title. */
export interface RowMarks {
  readonly status: Status
  readonly marks: readonly MarkName[]
  /** How many other annotators have a label file for it. */
  readonly others: number
}

/** What a filter can ask for in a project, with how many items that would be. */
export interface FilterChoices {
  /** The person at the desk first. */
  readonly annotators: readonly { readonly annotator: string; readonly items: number }[]
  /** Labels that somebody has used. */
  readonly labels: readonly (LabelOfTask & { readonly items: number })[]
  readonly marks: Readonly<Record<MarkName, number>>
}
