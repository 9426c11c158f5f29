import { Label } from '../../schemas/label-set.ts'
import { type Schema, type Static, Type } from '../../schemas/schema.ts'
import type { Seconds } from '../kit/seconds.ts'

/** What is typed for a sound that is not speech, or for a word nobody understands. */
export const Mark = Type.Object(
  {
    /** As it stands in the text: `[noise]`. */
    text: Type.String({ minLength: 1, maxLength: 200 }),
    name: Type.String({ minLength: 1, maxLength: 1000 }),
    /** One character: `;` and this key write it while a text is typed. */
    key: Type.Optional(Type.String({ minLength: 1, maxLength: 8 }))
  },
  { additionalProperties: true }
)
export type Mark = Static<typeof Mark>

export const characterClasses = ['letters', 'digits', 'spaces', 'punctuation'] as const

/** What the texts of a team must look like. Absent rules are not asked. */
export const TextRules = Type.Object(
  {
    /** Seconds. */
    maxSegment: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    minSegment: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    /** Marks are always allowed. */
    allowed: Type.Optional(
      Type.Object(
        {
          /** Unicode classes: letters with their combining marks, decimal digits, blanks, punctuation. */
          classes: Type.Array(
            Type.Union([
              Type.Literal('letters'),
              Type.Literal('digits'),
              Type.Literal('spaces'),
              Type.Literal('punctuation')
            ]),
            { uniqueItems: true }
          ),
          /** Further characters, one after another. */
          characters: Type.String()
        },
        { additionalProperties: true }
      )
    ),
    /** A segment without text is a finding, unless its kind says what is to be heard. */
    empty: Type.Boolean(),
    /** Two blanks in a row, and blanks at either end, are a finding. */
    spaces: Type.Boolean(),
    maxCharactersPerSecond: Type.Optional(Type.Number({ exclusiveMinimum: 0 }))
  },
  { additionalProperties: true }
)
export type TextRules = Static<typeof TextRules>

/** What a team lead decides. */
export const Config = Type.Object(
  {
    /** Who may speak: colours and keys (Alt with the label's key). May be empty: nobody is told apart. */
    labels: Type.Array(Label),
    /** What a segment may be beside who speaks, such as music. May be empty. */
    kinds: Type.Array(Label),
    /** `whole` is one text for the recording, without segments. */
    mode: Type.Union([Type.Literal('segments'), Type.Literal('whole'), Type.Literal('both')]),
    /** What may overlap in time: nothing, segments of two different speakers that are both named, anything. */
    overlap: Type.Union([Type.Literal('none'), Type.Literal('speakers'), Type.Literal('any')]),
    marks: Type.Array(Mark),
    rules: TextRules,
    /** BCP 47, for spelling, direction and exports. */
    language: Type.Optional(Type.String({ minLength: 2, maxLength: 35 }))
  },
  { additionalProperties: true }
)
export type Config = Static<typeof Config>

const time = Type.Unsafe<Seconds>(Type.Number({ minimum: 0 }))

export const Segment = Type.Object(
  {
    /** Unique in the answer: `g1`, `g2`, … in the order of making. */
    id: Type.String({ pattern: '^g[0-9]+$' }),
    /** Seconds from the start of the recording; `start` before `end`. */
    start: time,
    end: time,
    /** Id of a label. Null: nobody said who. */
    speaker: Type.Union([Type.String(), Type.Null()]),
    /** Id of a kind. */
    kind: Type.Optional(Type.String()),
    /** As typed: never trimmed, never normalised. */
    text: Type.String()
  },
  { additionalProperties: true }
)
export type Segment = Static<typeof Segment>

/** Segments are sorted by start, then end, then number of id. */
export const Answer = Type.Object(
  {
    /** Seconds of the recording that was transcribed. Null while nobody knows it. */
    duration: Type.Union([Type.Unsafe<Seconds>(Type.Number({ exclusiveMinimum: 0 })), Type.Null()]),
    segments: Type.Array(Segment),
    /** The annotator says that nobody speaks in it. Not with segments, not with a transcript. */
    nothing: Type.Optional(Type.Literal(true)),
    /** The text of the whole recording, for the modes `whole` and `both`. Absent: nothing was typed. */
    transcript: Type.Optional(Type.String())
  },
  { $id: 'answer-audio-transcription', title: 'Answer of audio-transcription', additionalProperties: true }
)
export type Answer = Static<typeof Answer>

export const configSchema: Schema<Config> = Config
export const answerSchema: Schema<Answer> = Answer

/** A segment that has no id yet. */
export interface NewSegment {
  readonly start: Seconds
  readonly end: Seconds
  readonly speaker: string | null
  readonly kind?: string
  readonly text: string
}

/**
 * What a person can do to an answer. Ids that do not exist are passed over; a speaker or kind that does not is left out.
 * Times are cut to the recording and, where the policy forbids an overlap, to the longest part that is free; a segment for
 * which nothing is left is not made. Nothing is rounded here: a view gives whole milliseconds.
 */
export type Command =
  | { readonly type: 'segment.add'; readonly segment: NewSegment }
  /** One step: pasted, or found by the detection of speech. What there is stays, and comes first. */
  | { readonly type: 'segments.add'; readonly segments: readonly NewSegment[] }
  /** All segments go, these come. */
  | { readonly type: 'segments.replace'; readonly segments: readonly NewSegment[] }
  /** Both edges; a neighbour that may not be overlapped stops them. */
  | {
      readonly type: 'segment.resize'
      readonly id: string
      readonly start: Seconds
      readonly end: Seconds
    }
  /** The edge that two neighbours share, or all but share: the end of `left` and the start of `right`. */
  | { readonly type: 'boundary.move'; readonly left: string; readonly right: string; readonly to: Seconds }
  /**
   * `textAt` in code points of the text: what is behind it goes to the second part, which gets a new id. Of a blank beside
   * `textAt` one is left out where merging would put it back.
   */
  | {
      readonly type: 'segment.split'
      readonly id: string
      readonly at: Seconds
      readonly textAt: number
    }
  /**
   * From the first start to the last end, texts joined by one blank (by nothing in languages written without); id, speaker
   * and kind are those of the first. Not over a segment that may not be overlapped.
   */
  | { readonly type: 'segments.merge'; readonly ids: readonly string[] }
  | { readonly type: 'segment.text'; readonly id: string; readonly text: string }
  /** Not where it would make an overlap that the policy forbids. */
  | { readonly type: 'segments.speaker'; readonly ids: readonly string[]; readonly speaker: string | null }
  | { readonly type: 'segments.kind'; readonly ids: readonly string[]; readonly kind: string | null }
  | { readonly type: 'segments.remove'; readonly ids: readonly string[] }
  /** Empty takes it back. */
  | { readonly type: 'transcript.set'; readonly text: string }
  /** "Nobody speaks", said or taken back. Only while there is no text and no segment; the first takes it back. */
  | { readonly type: 'nothing.toggle' }
