import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../..', import.meta.url))

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The real command in a process of its own. */
export function goldset(...words: string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', 'cli/goldset.ts', ...words]
    execFile(process.execPath, args, { cwd: repository }, (error, out, err) => {
      const code = error === null ? 0 : error.code
      if (typeof code === 'number') resolve({ code, out, err })
      else reject(error ?? new Error('The command did not end by itself.'))
    })
  })
}

/** What a program reads: fails unless stdout is one JSON document and stderr is empty. */
export async function goldsetJson(
  ...words: string[]
): Promise<{ code: number; json: Record<string, unknown> }> {
  const { code, out, err } = await goldset(...words, '--json')
  if (err !== '') throw new Error(`stderr: ${err}`)
  return { code, json: JSON.parse(out) as Record<string, unknown> }
}
