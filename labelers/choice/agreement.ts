import { jaccard } from '../kit/agreement.ts'
import type { Answer } from './schema.ts'

export const metric = 'Jaccard'

/** For a single choice this is 1 for the same and 0 for another. Choosing nothing is an answer, too. */
export function compare(a: Answer, b: Answer): number {
  return jaccard(new Set(a.chosen), new Set(b.chosen))
}
