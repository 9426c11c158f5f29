import { basename } from 'node:path/posix'
import type { LabelProblem } from '../../../project/label-index/open-label-index.ts'
import { kindOfFile } from '../../../project/stray-files.ts'
import type { Problem } from '../../../schemas/schema.ts'
import type { Handlers, ListedProblem } from '../../api/contract.ts'
import type { Desktop } from '../handlers.ts'
import type { Desk } from '../session.ts'

/** More than anybody reads in a list. */
const most = 500

/** What is wrong in the open project. */
export function problemHandlers({ session }: Desktop): Pick<Handlers, 'problem.list'> {
  return {
    async 'problem.list'() {
      const desk = session.current
      if (desk === null) return { problems: [], total: 0 }
      const problems = await desk.problems()
      return {
        problems: problems.slice(0, most).map(problem => listed(desk, problem)),
        total: problems.length
      }
    }
  }
}

function listed(desk: Desk, problem: Problem & Partial<LabelProblem>): ListedProblem {
  const { annotator, item, copyOf, ...plain } = problem
  const mine = annotator === desk.annotator && item !== undefined
  const position = mine ? desk.open.items.positionOf(item) : undefined
  if (position === undefined) return { problem: plain }
  const kind = copyOf === undefined ? undefined : kindOfFile(basename(plain.file ?? ''))
  if (typeof kind !== 'object') return { problem: plain, position }
  const message = `${kind.made} Its item shows what each of the two says, to take it or to set it aside.`
  return { problem: { ...plain, message }, position }
}
