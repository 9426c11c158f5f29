import { type Static, Type } from './schema.ts'

export const MANIFEST_FILE = 'goldset-export.json'
export const MANIFEST_FORMAT = 'export/1'

/** `goldset-export.json`, beside exported data. Holds nothing that differs between two exports of the same project. */
export const ExportManifest = Type.Object(
  {
    goldset: Type.Literal(MANIFEST_FORMAT),
    app: Type.String({ description: 'Goldset version' }),
    project: Type.Object({ id: Type.String(), name: Type.String(), schemaVersion: Type.Integer() }),
    format: Type.String(),
    tasks: Type.Array(Type.String()),
    /** Those of them whose classes were written into the records of another task. */
    carriedTasks: Type.Optional(Type.Array(Type.String())),
    filters: Type.Object({ annotator: Type.Union([Type.String(), Type.Null()]), status: Type.String() }),
    offsetUnit: Type.Union([Type.Literal('codepoint'), Type.Null()]),
    tokenizer: Type.Union([Type.String(), Type.Null()]),
    cannotCarry: Type.String(),
    counts: Type.Object({
      /** Label files considered, after filters. */
      in: Type.Integer(),
      /** Records written. */
      out: Type.Integer(),
      dropped: Type.Integer(),
      /** Items of the project. */
      items: Type.Optional(Type.Integer()),
      /** Items without a label file that passes the filters. */
      unanswered: Type.Optional(Type.Integer())
    }),
    /** Everything left out, each with its reason. */
    dropped: Type.Array(
      Type.Object({
        item: Type.String(),
        task: Type.Optional(Type.String()),
        annotator: Type.Optional(Type.String()),
        reason: Type.String()
      })
    ),
    /** Class names by class number, per task. */
    classes: Type.Record(Type.String(), Type.Array(Type.String())),
    files: Type.Array(
      Type.Object({
        path: Type.String(),
        bytes: Type.Integer(),
        sha256: Type.String({ pattern: '^[0-9a-f]{64}$' })
      })
    )
  },
  { $id: 'export-manifest', title: 'Goldset export manifest', additionalProperties: true }
)
export type ExportManifest = Static<typeof ExportManifest>
