import type { Problem } from '../../../schemas/schema.ts'
import { secondsOf } from './milliseconds.ts'

/** A cue of SRT or WebVTT as it stands in the file. */
export interface Cue {
  /** Of its times. */
  readonly line: number
  /** Seconds. */
  readonly start: number
  readonly end: number
  /** What stands behind the times. */
  readonly settings: string
  readonly lines: readonly string[]
}

// Hours may be absent, as WebVTT has it; a point or a comma; one to three digits behind it, or none.
const timing =
  /^\s*(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?(?:\s(.*))?$/

/** The cue a line of times begins, without its text. Undefined: it is no such line. */
export function cueAt(line: number, text: string): Cue | undefined {
  const found = timing.exec(text)
  if (found === null) return undefined
  const [, ...groups] = found
  const [start, end] = [secondsOf(groups.slice(0, 4)), secondsOf(groups.slice(4, 8))]
  return { line, start, end, settings: (groups[8] ?? '').trim(), lines: [] }
}

/** Whether a line wants to give times: what has an arrow and is no cue is worth a sentence. */
export const hasArrow = (text: string): boolean => text.includes('-->')

/** Why a cue cannot be a segment. */
export function refusal(file: string, { line, start, end }: Cue): Problem | undefined {
  if (start < end) return undefined
  const what = start === end ? 'ends when it begins' : 'ends before it begins'
  return { file, line, message: `This cue ${what}, so it was left out.` }
}
