import type { Problem } from '../../schemas/schema.ts'

/** A file where every row is wrong would otherwise bury everything else. */
export const MAX_PROBLEMS = 1000

/** Problems in the order they were found; beyond a number they are counted only. */
export class ProblemList {
  readonly #kept: { readonly problem: Problem; readonly column: string | undefined }[] = []
  readonly #more = new Map<string | undefined, number>()

  /** With `column`, it only is a problem if some row of the source has that column. */
  add(problem: Problem, column?: string): void {
    if (this.#kept.length < MAX_PROBLEMS) this.#kept.push({ problem, column })
    else this.#more.set(column, (this.#more.get(column) ?? 0) + 1)
  }

  /** Those that hold where the rows have these columns, and how many more there are. */
  list(columns: ReadonlySet<string>): { readonly problems: readonly Problem[]; readonly more: number } {
    const holds = (column: string | undefined) => column === undefined || columns.has(column)
    let more = 0
    for (const [column, count] of this.#more) if (holds(column)) more += count
    return {
      problems: this.#kept.filter(({ column }) => holds(column)).map(({ problem }) => problem),
      more
    }
  }
}
