import { Id, type Static, Type } from './schema.ts'

export const Status = Type.Union([
  Type.Literal('todo'),
  Type.Literal('draft'),
  Type.Literal('submitted'),
  Type.Literal('skipped'),
  Type.Literal('flagged'),
  Type.Literal('accepted'),
  Type.Literal('rejected')
])
export type Status = Static<typeof Status>
export const statuses: readonly Status[] = [
  'todo',
  'draft',
  'submitted',
  'skipped',
  'flagged',
  'accepted',
  'rejected'
]

export const Comment = Type.Object(
  { text: Type.String(), by: Type.String(), at: Type.String({ description: 'ISO 8601, UTC' }) },
  { additionalProperties: true }
)
export type Comment = Static<typeof Comment>

export const LABEL_FORMAT = 'label/1'

/** `labels/<annotator>/<ab>/<item-key>.json`: what one annotator said about one item. */
export const LabelFile = Type.Object(
  {
    goldset: Type.Literal(LABEL_FORMAT),
    item: Type.Object(
      { id: Type.String({ minLength: 1 }), source: Type.String(), fingerprint: Type.String() },
      { additionalProperties: true }
    ),
    annotator: Id,
    status: Status,
    /** By task id. What an answer contains is its labeler's business. A task without a key here is untouched. */
    answers: Type.Record(Type.String(), Type.Unknown()),
    /** By task id: the labeler and version that wrote the answer, such as `text-entities/1`. */
    labelers: Type.Record(Type.String(), Type.String()),
    comments: Type.Optional(Type.Array(Comment)),
    /** The annotator is not sure; independent of the status. */
    unsure: Type.Optional(Type.Boolean()),
    skipReason: Type.Optional(Type.String()),
    schemaVersion: Type.Integer({ minimum: 1 }),
    guidelineVersion: Type.Integer({ minimum: 0 }),
    /** Counts saves of this file; the next save must be exactly one more than what is on disk. */
    revision: Type.Integer({ minimum: 1 }),
    savedAt: Type.String({ description: 'ISO 8601, UTC. Shown, never used to decide which is newer.' }),
    /** Time with input, idle excluded, over all visits. */
    activeMs: Type.Integer({ minimum: 0 })
  },
  { $id: 'label', title: 'Goldset label file', additionalProperties: true }
)
export type LabelFile = Static<typeof LabelFile>
