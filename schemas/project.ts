import { Id, type Static, Type } from './schema.ts'

/** What kind of thing a field of an item holds. */
export const FieldKind = Type.Union([
  Type.Literal('text'),
  Type.Literal('image'),
  Type.Literal('audio'),
  Type.Literal('chat'),
  Type.Literal('responses')
])
export type FieldKind = Static<typeof FieldKind>

export const Field = Type.Object(
  { id: Id, kind: FieldKind, name: Type.Optional(Type.String()) },
  { additionalProperties: true }
)
export type Field = Static<typeof Field>

/** `…-files`: a folder (or one file) of texts, pictures or recordings, one item each. The others: one item per row. */
export const SourceFormat = Type.Union([
  Type.Literal('text-files'),
  Type.Literal('image-files'),
  Type.Literal('audio-files'),
  Type.Literal('csv'),
  Type.Literal('tsv'),
  Type.Literal('json'),
  Type.Literal('jsonl')
])
export type SourceFormat = Static<typeof SourceFormat>

/** Where items come from. `path` is relative to the project, POSIX, and never leaves it. */
export const Source = Type.Object(
  {
    path: Type.String({ minLength: 1 }),
    format: SourceFormat,
    /**
     * Sources of files only: the path that the ids of its items begin with, where that is not `path` any more because
     * the files were moved. Item `<path>/a.png` then has the id `<idPath>/a.png`.
     */
    idPath: Type.Optional(Type.String({ minLength: 1 })),
    /** Which column or key fills which field. Unused by `text-files`, whose text fills the one text field. */
    columns: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** The column or key that holds a stable id. Absent: an `id` column if there is one, else a hash of the content. */
    idColumn: Type.Optional(Type.String()),
    /** The key that holds `[[start, end], …]` token offsets of the text, in code points. */
    tokensColumn: Type.Optional(Type.String()),
    /** CSV and TSV only. Absent means true. */
    header: Type.Optional(Type.Boolean())
  },
  { additionalProperties: true }
)
export type Source = Static<typeof Source>

/** One question asked of every item: a labeler with its config. `labeler` may be one this version does not know. */
export const Task = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    labeler: Id,
    /** Version of the labeler that wrote `config`. */
    labelerVersion: Type.Integer({ minimum: 1 }),
    /** The field it looks at. */
    field: Id,
    required: Type.Optional(Type.Boolean()),
    config: Type.Unknown()
  },
  { additionalProperties: true }
)
export type Task = Static<typeof Task>

const Guidelines = Type.Object(
  { version: Type.Integer({ minimum: 1 }), file: Type.String({ minLength: 1 }) },
  { additionalProperties: true }
)

export { PROJECT_FILE } from './project-file-name.ts'
export const PROJECT_FORMAT = 'project/1'

/** `goldset.json`. Unknown properties survive a load and save. */
export const Project = Type.Object(
  {
    goldset: Type.Literal(PROJECT_FORMAT),
    id: Id,
    name: Type.String({ minLength: 1 }),
    schemaVersion: Type.Integer({ minimum: 1 }),
    guidelines: Type.Optional(Guidelines),
    fields: Type.Array(Field, { minItems: 1 }),
    sources: Type.Array(Source),
    tasks: Type.Array(Task),
    workflow: Type.Optional(Type.Record(Type.String(), Type.Unknown()))
  },
  { $id: 'project', title: 'Goldset project (goldset.json)', additionalProperties: true }
)
export type Project = Static<typeof Project>
