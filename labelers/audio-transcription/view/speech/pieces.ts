import { type Seconds, toMillisecond } from '../../../kit/seconds.ts'
import type { SpeechPiece } from '../../../kit/sound.ts'
import type { NewSegment } from '../../schema.ts'
import { type Extent, overlapping } from '../../segments.ts'

/** The pieces as segments without text, to whole milliseconds. */
export function asSegments(pieces: readonly SpeechPiece[], speaker: string | null): readonly NewSegment[] {
  return pieces
    .map(({ start, end }) => ({ start: toMillisecond(start), end: toMillisecond(end), speaker, text: '' }))
    .filter(({ start, end }) => start < end)
}

/**
 * What of the pieces lies where no segment is. Of a piece that a segment cuts, the rest on each side stays if it is as long
 * as the shortest speech. `segments` in order, as an answer has them.
 */
export function besides(
  pieces: readonly SpeechPiece[],
  segments: readonly Extent[],
  shortest: Seconds
): readonly SpeechPiece[] {
  return pieces.flatMap(piece => {
    const taken = overlapping(segments, piece)
    if (taken.length === 0) return [piece]
    const rest: SpeechPiece[] = []
    let from = piece.start
    for (const { start, end } of taken) {
      if (start - from >= shortest) rest.push({ start: from, end: start })
      if (end > from) from = end
    }
    return piece.end - from >= shortest ? [...rest, { start: from, end: piece.end }] : rest
  })
}

/** Seconds of speech in all. */
export function spoken(pieces: readonly SpeechPiece[]): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0)
}
