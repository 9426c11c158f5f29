/** Something wrong, at a place, in a sentence a person can act on. */
export interface Problem {
  /** The file it is about, relative to the project where it can be. */
  readonly file?: string
  /** Line of that file, from 1. */
  readonly line?: number
  /** Byte of that file, from 0. */
  readonly byte?: number
  /** Place inside a document, such as `/tasks/0/config/labels/2/key`. */
  readonly path?: string
  /** A whole sentence: what is so, and where it helps, what to do. */
  readonly message: string
}

/** What may fail by nature returns this; exceptions are for bugs. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(...problems: readonly Problem[]): {
  readonly ok: false
  readonly problems: readonly Problem[]
} {
  return { ok: false, problems }
}

/** `data/x.csv, line 3: The sentence.` */
export function describe(problem: Problem): string {
  const place = [
    problem.file,
    problem.line === undefined ? undefined : `line ${problem.line}`,
    problem.byte === undefined ? undefined : `byte ${problem.byte}`,
    problem.path
  ].filter(part => part !== undefined && part !== '')
  return place.length === 0 ? problem.message : `${place.join(', ')}: ${problem.message}`
}
