import { describe, type Problem } from '../../schemas/problem.ts'
import { Note } from '../ui/Note.tsx'

interface ProblemListProps {
  readonly title?: string
  readonly problems: readonly Problem[]
  readonly look?: 'warn' | 'bad'
  /** How many are written out; the rest is counted. */
  readonly most?: number
}

/** Problems in place, each with its file and line. Nothing at all if there are none. */
export function ProblemList({ title, problems, look = 'bad', most = 5 }: ProblemListProps) {
  if (problems.length === 0) return null
  const rest = problems.length - most
  return (
    <Note look={look}>
      {title !== undefined && <b>{title}</b>}
      {problems.slice(0, most).map((problem, place) => (
        <p key={place}>{describe(problem)}</p>
      ))}
      {rest > 0 && <p>And {rest.toLocaleString('en')} more.</p>}
    </Note>
  )
}
