import type { Problem } from '../../schemas/schema.ts'

/** A file where every row is wrong would otherwise bury everything else. */
export const MAX_PROBLEMS = 1000

/** The first problems, and in one more how many there are besides. */
export function cappedProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MAX_PROBLEMS) return problems
  const rest = problems.length - MAX_PROBLEMS
  return [
    ...problems.slice(0, MAX_PROBLEMS),
    { message: `There are ${rest} more problems in the data like these.` }
  ]
}
