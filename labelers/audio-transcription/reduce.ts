import type { Context } from '../kit/labeler.ts'
import { labelsById } from '../kit/labels.ts'
import { durationOfItem } from './duration.ts'
import { added, edited, merged, replaced, resized, split, spokenBy, withBoundary } from './edits.ts'
import type { Answer, Command, Config, Segment } from './schema.ts'

/** Pure and total: what cannot be done, or changes nothing, returns the same object. */
export function reduce(answer: Answer, command: Command, context: Context<Config>): Answer {
  const { config } = context
  const { segments } = answer
  const now = (next: readonly Segment[]) => withSegments(answer, context, next)
  const inParts = config.mode !== 'whole'
  switch (command.type) {
    case 'segment.add':
      return inParts ? now(added(segments, [command.segment], answer, context)) : answer
    case 'segments.add':
      return inParts ? now(added(segments, command.segments, answer, context)) : answer
    case 'segments.replace':
      return inParts ? now(replaced(segments, command.segments, answer, context)) : answer
    case 'segment.resize':
      return now(resized(segments, command.id, command, answer, context))
    case 'boundary.move':
      return now(withBoundary(segments, command, context))
    case 'segment.split':
      return now(split(segments, command, context))
    case 'segments.merge':
      return now(merged(segments, command.ids, context))
    case 'segment.text':
      return now(
        edited(segments, [command.id], segment =>
          segment.text === command.text ? segment : { ...segment, text: command.text }
        )
      )
    case 'segments.speaker':
      return now(spokenBy(segments, command.ids, command.speaker, context))
    case 'segments.kind':
      return now(edited(segments, command.ids, segment => ofKind(segment, command.kind, config)))
    case 'segments.remove': {
      const going = new Set(command.ids)
      const staying = segments.filter(segment => !going.has(segment.id))
      return now(staying.length === segments.length ? segments : staying)
    }
    case 'transcript.set':
      return config.mode === 'segments' ? answer : withTranscript(answer, context, command.text)
    case 'nothing.toggle': {
      if (segments.length > 0 || answer.transcript !== undefined) return answer
      const { nothing, ...rest } = answer
      return nothing === true ? rest : { ...rest, nothing: true }
    }
    default:
      return answer
  }
}

/** The same answer for the same list; else with them, and with the length of the recording once it is known. */
function withSegments(answer: Answer, context: Context<Config>, segments: readonly Segment[]): Answer {
  if (segments === answer.segments) return answer
  const { nothing: _, ...rest } = answer
  return { ...rest, duration: durationNow(answer, context), segments: segments as Segment[] }
}

function withTranscript(answer: Answer, context: Context<Config>, text: string): Answer {
  if ((answer.transcript ?? '') === text) return answer
  const { nothing: _, transcript: __, ...rest } = answer
  const next = { ...rest, duration: durationNow(answer, context) }
  return text === '' ? next : { ...next, transcript: text }
}

/** The length an answer was made on stays with it as long as it says something about time. */
function durationNow(answer: Answer, context: Context<Config>): Answer['duration'] {
  const stale = answer.duration === null || answer.segments.length === 0
  return (stale ? durationOfItem(context) : undefined) ?? answer.duration
}

function ofKind(segment: Segment, kind: string | null, config: Config): Segment {
  if ((segment.kind ?? null) === kind) return segment
  if (kind !== null && !labelsById(config.kinds).has(kind)) return segment
  const { kind: _, ...rest } = segment
  return kind === null ? rest : { ...rest, kind }
}
