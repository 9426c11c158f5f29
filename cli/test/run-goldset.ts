import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { forNode } from '../../scripts/build/targets.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

let bundle: Promise<string> | undefined

/** The command as it is shipped, built once from what is in the tree now. */
function built(): Promise<string> {
  bundle ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'goldset-built-'))
    const config = forNode('cli/goldset.ts', 'goldset.mjs', 'esm')
    await build({ ...config, build: { ...config.build, outDir: folder, emptyOutDir: true } })
    return join(folder, 'goldset.mjs')
  })()
  return bundle
}

export async function removeBuilt(): Promise<void> {
  if (bundle !== undefined) await rm(dirname(await bundle), { recursive: true, force: true })
}

/** The real command in a process of its own. */
export async function goldset(...words: string[]): Promise<Ran> {
  const command = await built()
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [command, ...words], (error, out, err) => {
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
