import type { Item } from '../../../schemas/item.ts'
import { addLabels } from '../../../schemas/label-set.ts'
import type { Problem } from '../../../schemas/schema.ts'
import { type Seconds, seconds } from '../../kit/seconds.ts'
import { durationOfItem } from '../duration.ts'
import { joined } from '../joining.ts'
import type { Answer, Config, Segment } from '../schema.ts'
import { bySegmentOrder } from '../segments.ts'

/** A segment of a foreign file, speaker and kind still by name. */
export interface ForeignSegment {
  /** Seconds, `start` before `end`. */
  readonly start: number
  readonly end: number
  readonly speaker: string | null
  readonly kind?: string
  readonly text: string
}

/** The value of an imported answer: everything a file says of one recording. Neither segments nor transcript: nobody speaks. */
export interface ForeignRecording {
  /** Seconds the file gives for the recording. */
  readonly duration?: number | undefined
  readonly segments: readonly ForeignSegment[]
  readonly transcript?: string | undefined
  /** BCP 47. */
  readonly language?: string | undefined
}

/** The task of files that do not name one. */
export const TASK = 'transcription'

/** What `ImportedRecord.answers` holds for a recording. */
export function entry(
  recording: ForeignRecording
): ReadonlyMap<string, { labels: readonly string[]; value: ForeignRecording }> {
  const labels = new Set(recording.segments.flatMap(segment => segment.speaker ?? []))
  return new Map([[TASK, { labels: [...labels], value: recording }]])
}

/** The kinds, what overlaps, whether there are segments or whole texts, and the language if all have one. */
export function configFor(values: Iterable<unknown>, defaults: Config): Config {
  const kinds = new Set<string>()
  const languages = new Set<string | undefined>()
  let [segments, wholes, conflicts] = [false, false, false]
  for (const value of values) {
    const recording = value as ForeignRecording
    segments ||= recording.segments.length > 0
    wholes ||= recording.transcript !== undefined
    conflicts ||= overlapsOneself(recording.segments)
    languages.add(recording.language)
    for (const { kind } of recording.segments) if (kind !== undefined) kinds.add(kind)
  }
  const [language, ...more] = languages
  const taken = more.length === 0 && language !== undefined && language.length >= 2 && language.length <= 35
  return {
    ...defaults,
    kinds: addLabels(defaults.kinds, [...kinds]).labels,
    mode: wholes ? (segments ? 'both' : 'whole') : defaults.mode,
    overlap: conflicts ? 'any' : defaults.overlap,
    ...(taken ? { language } : {})
  }
}

/** Whether two segments of one speaker share time, or two where nobody says whose one is. */
function overlapsOneself(segments: readonly ForeignSegment[]): boolean {
  const inOrder = [...segments].sort((a, b) => a.start - b.start)
  const ends = new Map<string | null, number>()
  let furthest = 0
  for (const { start, end, speaker } of inOrder) {
    const nameless = Math.max(ends.get(null) ?? 0, speaker === null ? furthest : 0)
    if (start < Math.max(ends.get(speaker) ?? 0, nameless)) return true
    ends.set(speaker, Math.max(end, ends.get(speaker) ?? 0))
    furthest = Math.max(furthest, end)
  }
  return false
}

/** Rounding of times, and of what a file calls its length. */
const SLACK = 0.1

/** Keeps what lies in the recording. An answer is given even where nothing was taken only if somebody said there is nothing. */
export function answerOf(
  value: unknown,
  context: { readonly config: Config; readonly item: Item; readonly field: string },
  idOf: (labelName: string) => string | undefined
): { readonly answer: Answer | undefined; readonly problems: readonly Problem[] } {
  const foreign = value as ForeignRecording
  const { config } = context
  const duration = durationOfItem(context)
  const problems: Problem[] = []
  const kinds = new Map(config.kinds.map(kind => [kind.name, kind.id]))
  const placed = foreign.segments.flatMap((given, at): Omit<Segment, 'id'>[] => {
    const say = (message: string) => void problems.push({ message: `Segment ${at + 1} ${message}` })
    const times = within(given, duration, say)
    if (times === undefined) return []
    const speaker = given.speaker === null ? null : idOf(given.speaker)
    if (speaker === undefined)
      say(`goes without its speaker: the task has no label "${given.speaker ?? ''}".`)
    const kind = given.kind === undefined ? undefined : kinds.get(given.kind)
    if (given.kind !== undefined && kind === undefined)
      say(`goes without its kind: the task has no kind "${given.kind}".`)
    return [{ ...times, speaker: speaker ?? null, ...(kind === undefined ? {} : { kind }), text: given.text }]
  })
  const segments = placed
    .map((segment, at): Segment => ({ id: `g${at + 1}`, ...segment }))
    .sort(bySegmentOrder)
    .map((segment, at): Segment => ({ ...segment, id: `g${at + 1}` }))
  const says = foreign.segments.length > 0 || (foreign.transcript ?? '') !== ''
  const long = duration ?? (foreign.duration === undefined ? null : positive(foreign.duration))
  if (!says) return { answer: { duration: long, segments: [], nothing: true }, problems }
  const answer = fitted({ duration: long, segments }, foreign.transcript, config, problems)
  return { answer, problems }
}

const positive = (value: number): Seconds | null =>
  value > 0 && Number.isFinite(value) ? seconds(value) : null

/** The part of a segment that lies in the recording. */
function within(
  { start, end }: ForeignSegment,
  duration: Seconds | undefined,
  say: (message: string) => void
): { start: Seconds; end: Seconds } | undefined {
  const until = duration ?? Infinity
  if (start >= until + SLACK)
    return void say(`was left out: it begins at ${start} s, and the recording ends at ${until} s.`)
  if (end > until + SLACK) say(`ended at ${end} s and was cut at ${until} s, where the recording ends.`)
  // What rounding put at the very end, or behind it, keeps a millisecond there.
  const from = start < until ? start : until - 0.001
  const part = { start: seconds(Math.max(0, from)), end: seconds(Math.min(end, until)) }
  return part.end > part.start ? part : void say('was left out: it has no length.')
}

/** A text for the whole where the task has segments, and the other way round. Undefined: nothing can be kept. */
function fitted(
  answer: Answer,
  transcript: string | undefined,
  { mode, language }: Config,
  problems: Problem[]
): Answer | undefined {
  const { segments, duration } = answer
  const texts = joined(
    segments.map(({ text }) => text),
    language
  )
  if (mode === 'whole') {
    if (transcript !== undefined) return { ...answer, segments: [], transcript }
    const [only, ...more] = segments
    const isWhole = only !== undefined && more.length === 0 && only.start === 0 && only.speaker === null
    if (segments.length > 0 && !(isWhole && (duration === null || only.end >= duration - 0.001)))
      problems.push({ message: 'The segments were joined into one text, because the task has none.' })
    return segments.length === 0 ? undefined : { ...answer, segments: [], transcript: texts }
  }
  if (transcript === undefined) return segments.length === 0 ? undefined : answer
  if (mode === 'both') return { ...answer, transcript }
  if (segments.length > 0) {
    if (transcript.trim() !== texts.trim())
      problems.push({ message: 'The text of the whole recording was left out: the task has segments.' })
    return answer
  }
  if (duration === null) {
    problems.push({ message: 'The text was left out: nobody knows how long the recording is.' })
    return undefined
  }
  const whole: Segment = { id: 'g1', start: seconds(0), end: duration, speaker: null, text: transcript }
  return { ...answer, segments: [whole] }
}

/** A label's name as a file gives it; an empty one names nobody. */
export const nameOrNull = (name: string | undefined): string | null =>
  name === undefined || name === '' ? null : name
