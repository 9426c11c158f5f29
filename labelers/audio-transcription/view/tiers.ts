import type { Config, Segment } from '../schema.ts'
import { overlapping } from '../segments.ts'
import { seconds } from '../../kit/seconds.ts'
import { type TimeWindow, toPixels } from './time-window.ts'

/** One line of the time axis: who speaks when. */
export interface Tier {
  /** Id of a label; null: nobody named. */
  readonly speaker: string | null
}

/** What is drawn in a tier: one segment, or several that are too short to be told apart. */
export interface Block {
  readonly left: number
  readonly width: number
  /** The first of them. */
  readonly segment: Segment
  /** Its number in the list, from 0. */
  readonly place: number
  readonly several: boolean
}

/** Pixels. What is narrower is drawn together with its neighbour. */
const NARROWEST = 3
/** Pixels beyond the edges that are drawn of a segment which reaches further. */
const BEYOND = 6

/** Everybody who can speak, and who speaks though retired or unknown; a line for nobody where there is need of one. */
export function tiersOf(segments: readonly Segment[], { labels }: Config): readonly Tier[] {
  const used = new Set(segments.map(({ speaker }) => speaker))
  const known = labels.filter(({ id, retired }) => retired !== true || used.has(id)).map(({ id }) => id)
  const unknown = [...used].filter(id => id !== null && !known.includes(id))
  const nobody = used.has(null) || known.length === 0 ? [null] : []
  return [...known, ...unknown, ...nobody].map(speaker => ({ speaker }))
}

/** The blocks of every tier that are in sight, by speaker. At most one for every few pixels, however many segments there are. */
export function blocksOf(
  segments: readonly Segment[],
  window: TimeWindow,
  width: number
): ReadonlyMap<string | null, readonly Block[]> {
  const bySpeaker = new Map<string | null, Block[]>()
  const inSight = overlapping(segments, { start: window.from, end: seconds(window.to) })
  const places = new Map(inSight.length === 0 ? [] : segments.map((segment, place) => [segment, place]))
  for (const segment of inSight) {
    const blocks = bySpeaker.get(segment.speaker) ?? []
    bySpeaker.set(segment.speaker, blocks)
    const left = Math.max(-BEYOND, toPixels(window, width, segment.start))
    const right = Math.min(width + BEYOND, toPixels(window, width, segment.end))
    const before = blocks.at(-1)
    const narrow = right - left < NARROWEST
    if (before !== undefined && narrow && left - before.left < NARROWEST * 2) {
      blocks[blocks.length - 1] = {
        ...before,
        width: Math.max(before.width, right - before.left),
        several: true
      }
      continue
    }
    blocks.push({
      left,
      width: Math.max(right - left, 1),
      segment,
      place: places.get(segment) ?? 0,
      several: false
    })
  }
  return bySpeaker
}

/** Where a speaker speaks in the whole recording, as the path of a filled strip: pieces that touch on the screen are one. */
export function stripOf(
  segments: readonly Segment[],
  speaker: string | null,
  duration: number,
  width: number,
  height: number
): string {
  const parts: string[] = []
  let [left, right] = [-1, -1]
  const end = () => {
    if (right > left) parts.push(`M${left} 0h${right - left}v${height}h${left - right}z`)
  }
  for (const segment of segments) {
    if (segment.speaker !== speaker) continue
    const from = Math.round((segment.start / duration) * width)
    const to = Math.max(from + 1, Math.round((segment.end / duration) * width))
    if (from <= right) right = Math.max(right, to)
    else {
      end()
      ;[left, right] = [from, to]
    }
  }
  end()
  return parts.join('')
}
