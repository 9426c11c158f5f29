import type { Problem } from '../../schemas/schema.ts'
import type { Context } from '../kit/labeler.ts'
import { labelsById, nameOf } from '../kit/labels.ts'
import { durationFor, durationOfItem } from './duration.ts'
import { type Finding, findingsInText, findingsOf } from './findings.ts'
import { inConflict } from './free-time.ts'
import type { Answer, Config, Segment } from './schema.ts'
import { inOrder } from './segments.ts'

/**
 * What keeps an answer from being complete or true: nothing written, times that cannot be, speakers nobody named, and what
 * breaks the rules for texts. `Segment 36` is the one that a list by time shows as number 36.
 */
export function check(answer: Answer, context: Context<Config>): readonly Problem[] {
  const { config } = context
  const problems = [...ofTheWhole(answer, context)]
  const duration = durationFor(answer, context)
  for (const [place, segment] of answer.segments.entries())
    for (const { part, message } of saidOf(segment, duration, config))
      problems.push({ path: `/segments/${place}${part}`, message: `Segment ${place + 1}: ${message}` })
  problems.push(...ofPairs(answer.segments, config))
  for (const message of oneForEachRule(findingsInText(answer.transcript ?? '', config)))
    problems.push({ path: '/transcript', message })
  return problems
}

/** Seconds. What decoders say of the length of one file differs by less. */
const SAME_RECORDING = 0.1
/** Other tools round up. */
const BEHIND_THE_END = 0.001

function* ofTheWhole(answer: Answer, context: Context<Config>): Generator<Problem> {
  const { segments, transcript, duration } = answer
  const says = segments.length > 0 || (transcript ?? '').trim() !== ''
  if (context.required && !says && answer.nothing !== true)
    yield {
      path: context.config.mode === 'whole' ? '/transcript' : '/segments',
      message: 'Nothing is written yet.'
    }
  if (says && answer.nothing === true)
    yield { path: '/nothing', message: 'It says that nobody speaks, and there is something written.' }
  const now = durationOfItem(context)
  if (says && duration !== null && now !== undefined && Math.abs(duration - now) > SAME_RECORDING)
    yield {
      path: '/duration',
      message: `The recording was ${rounded(duration)} s long when this was transcribed, and is ${rounded(now)} s now.`
    }
  if (inOrder(segments) !== segments)
    yield { path: '/segments', message: 'The segments are not in order of time.' }
  const ids = new Set<string>()
  for (const [place, { id }] of segments.entries()) {
    if (ids.has(id)) yield { path: `/segments/${place}/id`, message: `Two segments have the id "${id}".` }
    ids.add(id)
  }
}

interface Said {
  /** Of the segment: `/text`. */
  readonly part: string
  readonly message: string
}
interface Known {
  readonly config: Config
  readonly duration: number | undefined
  readonly said: readonly Said[]
}
const known = new WeakMap<Segment, Known>()

/** Remembered: every keystroke asks for all segments, and changes one. */
function saidOf(segment: Segment, duration: number | undefined, config: Config): readonly Said[] {
  const before = known.get(segment)
  if (before?.config === config && before.duration === duration) return before.said
  const said = [...ofSegment(segment, duration, config)]
  known.set(segment, { config, duration, said })
  return said
}

function* ofSegment(segment: Segment, duration: number | undefined, config: Config): Generator<Said> {
  const { start, end, speaker, kind, text } = segment
  if (start >= end) yield { part: '/end', message: 'it ends before it starts.' }
  if (duration !== undefined && end > duration + BEHIND_THE_END)
    yield { part: '/end', message: `it ends behind the recording, which is ${rounded(duration)} s long.` }
  if (speaker !== null && !labelsById(config.labels).has(speaker))
    yield { part: '/speaker', message: `it names the speaker "${speaker}", whom this task does not have.` }
  if (speaker === null && kind === undefined && config.labels.length > 0 && isSpeech(text, config))
    yield { part: '/speaker', message: 'nobody is named as its speaker.' }
  if (kind !== undefined && !labelsById(config.kinds).has(kind))
    yield { part: '/kind', message: `it is of the kind "${kind}", which this task does not have.` }
  for (const message of oneForEachRule(findingsOf(segment, config)))
    yield { part: '/text', message: lowered(message) }
}

/** A text of marks only, such as `[noise]`, has no speaker. */
function isSpeech(text: string, { marks }: Config): boolean {
  return marks.reduce((left, mark) => left.replaceAll(mark.text, ''), text).trim() !== ''
}

/** Overlaps against the policy, each told once: at the later segment. */
function* ofPairs(segments: readonly Segment[], config: Config): Generator<Problem> {
  if (config.overlap === 'any') return
  let reaching: Segment[] = []
  for (const segment of inOrder(segments)) {
    reaching = reaching.filter(other => other.end > segment.start)
    const other = reaching.find(each => inConflict(each, segment, config))
    reaching.push(segment)
    if (other === undefined) continue
    const [at, otherAt] = [segments.indexOf(segment), segments.indexOf(other)]
    const who = other.speaker === null ? '' : ` (${nameOf(config.labels, other.speaker)})`
    yield {
      path: `/segments/${at}/start`,
      message: `Segment ${at + 1}: it overlaps segment ${otherAt + 1}${who}; ${why(config)}.`
    }
  }
}

const why = ({ overlap }: Config): string =>
  overlap === 'none' ? 'this task allows no overlap' : 'only different speakers may speak at the same time'

/** The first of each rule, and how many more there are. */
function oneForEachRule(findings: readonly Finding[]): readonly string[] {
  const byRule = new Map<string, { readonly message: string; readonly more: number }>()
  for (const { rule, message } of findings) {
    const first = byRule.get(rule)
    byRule.set(rule, first === undefined ? { message, more: 0 } : { ...first, more: first.more + 1 })
  }
  return [...byRule.values()].map(({ message, more }) =>
    more === 0 ? message : `${message.slice(0, -1)}, and ${more} more like it.`
  )
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** As the second part of a sentence. */
const lowered = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1)
