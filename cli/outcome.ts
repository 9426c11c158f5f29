import { describe, type Problem } from '../schemas/schema.ts'

/** What the shell gets back. Fixed: scripts depend on them. */
export const exitCodes = { ok: 0, findings: 1, usage: 2, io: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What a command has to say, before anybody decides how it is shown. */
export interface Outcome {
  readonly code: ExitCode
  /** Lines for people, on stdout. */
  readonly lines: readonly string[]
  /** For people on stderr, for programs as `problems`. */
  readonly problems: readonly Problem[]
  /** What `--json` prints beside `ok` and `problems`. */
  readonly json: Readonly<Record<string, unknown>>
}

export function usageError(message: string): Outcome {
  return { code: exitCodes.usage, lines: [], problems: [{ message }], json: {} }
}

/** What was asked for could not be read or written. */
export function ioError(problems: readonly Problem[]): Outcome {
  return { code: exitCodes.io, lines: [], problems, json: {} }
}

/** The one JSON document of `--json`. `ok` is true exactly when the exit code is 0. */
export function jsonOf(outcome: Outcome): string {
  const { code, problems, json } = outcome
  return `${JSON.stringify({ ok: code === exitCodes.ok, ...json, problems }, null, 2)}\n`
}

/** Names and texts come from strangers: nothing in them may steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, character => {
    return `\\u{${character.charCodeAt(0).toString(16)}}`
  })
}

export function humanOf(outcome: Outcome): { readonly out: string; readonly err: string } {
  const text = (lines: readonly string[]) => lines.map(line => `${printable(line)}\n`).join('')
  return { out: text(outcome.lines), err: text(outcome.problems.map(describe)) }
}
