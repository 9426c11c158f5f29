import { type Static, Type } from './schema.ts'

// TypeBox writes tuples as JSON Schema did before 2020-12.
const pair = Type.Unsafe<[number, number]>(
  Type.Array(Type.Integer({ minimum: 0 }), { minItems: 2, maxItems: 2 })
)

/** What is known of the file in a media field before it is decoded. Read when the item is, never stored with the source. */
export const MediaInfo = Type.Object(
  {
    /** Size of the file. Absent when it cannot be read. */
    bytes: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Pixels as displayed: EXIF orientation applied. Images only. */
    width: Type.Optional(Type.Integer({ minimum: 1 })),
    height: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Seconds. Audio only. */
    duration: Type.Optional(Type.Number({ minimum: 0 })),
    sampleRate: Type.Optional(Type.Integer({ minimum: 1 })),
    channels: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Why the file must not be decoded, in a sentence: it is missing, malformed or too large to unpack. */
    problem: Type.Optional(Type.String()),
    /** What is odd and keeps nobody from labelling it, in a sentence: its name says another format, its header another length. */
    note: Type.Optional(Type.String())
  },
  { additionalProperties: true }
)
export type MediaInfo = Static<typeof MediaInfo>

/** One thing to label. Made from a source, never written to disk by itself except inside exports. */
export const Item = Type.Object(
  {
    /** Stable for ever: a relative path, a row's id column, or a hash of the content. Never a row number. */
    id: Type.String({ minLength: 1 }),
    /** The source file, relative to the project, POSIX. */
    source: Type.String(),
    /** `sha256:` and 64 hex digits over the fields: tells that the content under an id has changed. */
    fingerprint: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
    /**
     * By field id. Text is exactly what the source holds: never normalised. Media fields hold a path relative to the
     * project, POSIX. Chat and responses hold JSON as text, or a plain transcript (`labelers/kit/chat.ts` reads both).
     */
    fields: Type.Record(Type.String(), Type.String()),
    /** Other columns of the row, shown beside the item and exported with it. */
    meta: Type.Record(Type.String(), Type.Unknown()),
    /** Token offsets of the text that came with the data, `[start, end)` in code points. */
    tokens: Type.Optional(Type.Array(pair)),
    /** By id of a media field. */
    media: Type.Optional(Type.Record(Type.String(), MediaInfo))
  },
  { additionalProperties: true }
)
export type Item = Static<typeof Item>
