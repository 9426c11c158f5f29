import type { AnnotatorStats } from '../../../schemas/stats.ts'

/** Lines that have a dash and a name of their own. More could not be told apart. */
const NAMED_LINES = 4

/** How an annotator's line is drawn: 1 to 4 for a dash of its own, 0 for one of the others. */
export type LineLook = 0 | 1 | 2 | 3 | 4

const looks: readonly LineLook[] = [1, 2, 3, 4]

/** The looks of all annotators: those who finished most have a dash of their own. */
export function lineLooks(annotators: readonly AnnotatorStats[]): (annotator: string) => LineLook {
  const busiest = [...annotators].sort((a, b) => b.finished - a.finished).slice(0, NAMED_LINES)
  const look = new Map(busiest.map(({ id }, place) => [id, looks[place] ?? 0]))
  return annotator => look.get(annotator) ?? 0
}
