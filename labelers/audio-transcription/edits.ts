import type { Context } from '../kit/labeler.ts'
import { labelsById } from '../kit/labels.ts'
import { type Seconds, seconds, toMillisecond } from '../kit/seconds.ts'
import { durationFor } from './duration.ts'
import { conflictsOf, inConflict, isLongEnough, longestFree, roomOf, within } from './free-time.ts'
import { joined, parted } from './joining.ts'
import type { Answer, Config, NewSegment, Segment } from './schema.ts'
import { bySegmentOrder, highestNumber, inOrder, rememberHighest } from './segments.ts'

/*
 * What commands do to the list of segments. Each gives the same list where nothing can be done.
 */

type Segments = readonly Segment[]

/** Those of the new segments for which there is time, each cut to it. What there is comes first, then the earlier one. */
export function added(
  segments: Segments,
  wanted: readonly NewSegment[],
  answer: Answer,
  context: Context<Config>
): Segments {
  const { config } = context
  const duration = durationFor(answer, context)
  const speakers = labelsById(config.labels)
  const kinds = labelsById(config.kinds)
  let number = highestNumber(segments)
  const fresh: Segment[] = []
  // Of those just added, the ones that reach past the start of the next: starts only grow.
  let reaching: Segment[] = []
  for (const { start, end, speaker, kind, text } of [...wanted].sort((a, b) => a.start - b.start)) {
    const inside = within({ start, end }, duration)
    if (inside === undefined) continue
    const who = speaker !== null && speakers.has(speaker) ? speaker : null
    const place = { ...inside, speaker: who }
    reaching = reaching.filter(segment => segment.end > place.start)
    const taken = [
      ...conflictsOf(segments, place, config),
      ...reaching.filter(segment => inConflict(place, segment, config))
    ]
    const free = longestFree(
      place,
      taken.sort((a, b) => a.start - b.start)
    )
    if (free === undefined) continue
    const segment = {
      id: `g${++number}`,
      ...free,
      speaker: who,
      ...(kind !== undefined && kinds.has(kind) ? { kind } : {}),
      text
    }
    fresh.push(segment)
    reaching.push(segment)
  }
  const [first] = fresh
  if (first === undefined) return segments
  const all = fresh.length === 1 ? inserted(segments, first) : [...segments, ...fresh].sort(bySegmentOrder)
  rememberHighest(all, number)
  return all
}

/** Only the new ones. The same list where they say what it says. */
export function replaced(
  segments: Segments,
  wanted: readonly NewSegment[],
  answer: Answer,
  context: Context<Config>
): Segments {
  const all = added([], wanted, answer, context)
  if (wanted.length > 0 && all.length === 0) return segments
  const same =
    all.length === segments.length &&
    all.every((segment, at) => {
      const old = segments[at]
      return (
        old?.start === segment.start &&
        old.end === segment.end &&
        old.speaker === segment.speaker &&
        old.kind === segment.kind &&
        old.text === segment.text
      )
    })
  return same ? segments : all
}

export function resized(
  segments: Segments,
  id: string,
  to: { readonly start: Seconds; readonly end: Seconds },
  answer: Answer,
  context: Context<Config>
): Segments {
  const segment = segments.find(each => each.id === id)
  const inside = within(to, durationFor(answer, context))
  if (segment === undefined || inside === undefined) return segments
  const room = roomOf(segments, segment, context.config)
  const start = seconds(Math.max(inside.start, room.start))
  const end = seconds(Math.min(inside.end, room.end))
  if (!isLongEnough({ start, end }) || (start === segment.start && end === segment.end)) return segments
  return swapped(segments, new Map([[segment, { ...segment, start, end }]]))
}

/** Neither of the two gets shorter than a millisecond, or than it was. */
export function withBoundary(
  segments: Segments,
  ids: { readonly left: string; readonly right: string; readonly to: Seconds },
  { config }: Context<Config>
): Segments {
  const left = segments.find(each => each.id === ids.left)
  const right = segments.find(each => each.id === ids.right)
  if (left === undefined || right === undefined || !Number.isFinite(ids.to)) return segments
  if (left === right || left.start >= right.start || left.end >= right.end) return segments
  const lowest = Math.max(roomOf(segments, right, config, left).start, toMillisecond(left.start + 0.001))
  const highestTime = Math.min(roomOf(segments, left, config, right).end, toMillisecond(right.end - 0.001))
  if (lowest > highestTime) return segments
  const to = seconds(Math.min(Math.max(ids.to, lowest), highestTime))
  const parts = [
    { ...left, end: to },
    { ...right, start: to }
  ] as const
  if (!parts.every(isLongEnough) || (left.end === to && right.start === to)) return segments
  return swapped(
    segments,
    new Map([
      [left, parts[0]],
      [right, parts[1]]
    ])
  )
}

export function split(
  segments: Segments,
  { id, at, textAt }: { readonly id: string; readonly at: Seconds; readonly textAt: number },
  { config }: Context<Config>
): Segments {
  const segment = segments.find(each => each.id === id)
  if (segment === undefined || !Number.isFinite(at) || Number.isNaN(textAt)) return segments
  const halves = [
    { ...segment, end: at },
    { ...segment, start: at }
  ] as const
  if (!halves.every(isLongEnough)) return segments
  const [before, after] = parted(segment.text, textAt, config.language)
  const number = highestNumber(segments) + 1
  const second: Segment = { ...halves[1], id: `g${number}`, text: after }
  const all = inserted(swapped(segments, new Map([[segment, { ...halves[0], text: before }]])), second)
  rememberHighest(all, number)
  return all
}

export function merged(segments: Segments, ids: readonly string[], { config }: Context<Config>): Segments {
  const wanted = new Set(ids)
  const members = segments.filter(segment => wanted.has(segment.id))
  const [first] = members
  if (first === undefined || members.length < 2) return segments
  const whole: Segment = {
    ...first,
    end: seconds(members.reduce((end, segment) => Math.max(end, segment.end), 0)),
    text: joined(
      members.map(segment => segment.text),
      config.language
    )
  }
  const inTheWay = conflictsOf(segments, whole, config, wanted).some(
    other => !members.some(member => inConflict(member, other, config))
  )
  if (inTheWay) return segments
  return inserted(
    segments.filter(segment => !wanted.has(segment.id)),
    whole
  )
}

/** One after another: each only where it makes no overlap that the policy forbids. */
export function spokenBy(
  segments: Segments,
  ids: readonly string[],
  speaker: string | null,
  { config }: Context<Config>
): Segments {
  if (speaker !== null && !labelsById(config.labels).has(speaker)) return segments
  const wanted = new Set(ids)
  // Only speakers change in it, so that what is remembered of its times stays true.
  const all = [...segments]
  let changed = false
  for (const [at, segment] of segments.entries()) {
    if (!wanted.has(segment.id) || segment.speaker === speaker) continue
    const next = { ...segment, speaker }
    if (config.overlap === 'speakers' && makesConflict(all, segment, next, config)) continue
    all[at] = next
    changed = true
  }
  return changed ? all : segments
}

function makesConflict(segments: Segments, before: Segment, after: Segment, config: Config): boolean {
  return conflictsOf(segments, after, config, new Set([before.id])).some(
    other => !inConflict(before, other, config)
  )
}

/** The same list for an `edit` that changed nothing. */
export function edited(
  segments: Segments,
  ids: readonly string[],
  edit: (segment: Segment) => Segment
): Segments {
  const wanted = new Set(ids)
  let changed = false
  const all = segments.map(segment => {
    const next = wanted.has(segment.id) ? edit(segment) : segment
    changed ||= next !== segment
    return next
  })
  return changed ? all : segments
}

function swapped(segments: Segments, by: ReadonlyMap<Segment, Segment>): Segments {
  return inOrder(segments.map(segment => by.get(segment) ?? segment))
}

function inserted(segments: Segments, segment: Segment): Segments {
  return inOrder([...segments, segment])
}
