import { Label } from '../../schemas/label-set.ts'
import { type Schema, type Static, Type } from '../../schemas/schema.ts'
import type { CodePoint } from '../kit/offsets.ts'

const offset = Type.Unsafe<CodePoint>(Type.Integer({ minimum: 0, description: 'Unicode code points' }))

/** What a team lead decides. */
export const Config = Type.Object(
  {
    labels: Type.Array(Label),
    /** What a selection snaps to; Alt always selects by character. */
    granularity: Type.Union([Type.Literal('word'), Type.Literal('character')]),
    /**
     * `none`: spans are disjoint. `nested`: disjoint or one inside the other. `any`: they may cross.
     * The same extent with the same label twice is never allowed.
     */
    overlap: Type.Union([Type.Literal('none'), Type.Literal('nested'), Type.Literal('any')])
  },
  { additionalProperties: true }
)
export type Config = Static<typeof Config>

export const Span = Type.Object(
  {
    /** Unique in the answer: `s1`, `s2`, … in the order of making. */
    id: Type.String({ pattern: '^s[0-9]+$' }),
    start: offset,
    /** Exclusive, and greater than `start`. */
    end: offset,
    /** Label id. */
    label: Type.String(),
    /** The words it covers, quoted: a span whose text differs from the item's is reported, never moved. */
    text: Type.String()
  },
  { additionalProperties: true }
)
export type Span = Static<typeof Span>

/** Spans are kept sorted by start, then longer first, then id. */
export const Answer = Type.Object(
  { offsetUnit: Type.Literal('codepoint'), spans: Type.Array(Span) },
  { $id: 'answer-text-entities', title: 'Answer of text-entities', additionalProperties: true }
)
export type Answer = Static<typeof Answer>

export const configSchema: Schema<Config> = Config
export const answerSchema: Schema<Answer> = Answer

export interface Extent {
  readonly start: CodePoint
  readonly end: CodePoint
}

/** What a person can do to an answer. */
export type Command =
  | { readonly type: 'span.add'; readonly start: CodePoint; readonly end: CodePoint; readonly label: string }
  /** One step, however many: "label every exact match in this item". Extents that are refused are left out. */
  | { readonly type: 'spans.add'; readonly extents: readonly Extent[]; readonly label: string }
  | { readonly type: 'span.relabel'; readonly id: string; readonly label: string }
  | { readonly type: 'span.resize'; readonly id: string; readonly start: CodePoint; readonly end: CodePoint }
  | { readonly type: 'span.remove'; readonly id: string }
