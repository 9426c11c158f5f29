import type { Source } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { SourceRows } from './source-rows.ts'

/** A source that cannot be read: no rows, and why. */
export function absentRows(source: Source, problems: readonly Problem[]): SourceRows {
  const nothing = async function* () {}
  return {
    source,
    size: 0,
    scan: nothing,
    read: nothing,
    problems,
    columns: new Set(),
    lacking: undefined,
    state: () => undefined,
    restore: () => Promise.resolve(false)
  }
}
