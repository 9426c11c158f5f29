import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { build } from 'vite'
import { tinyProject } from './samples.ts'

/** A folder of this lane, gone when `close` is called. */
export interface Bench {
  readonly folder: string
  /** The programs of worker.ts in one file, so that starting one takes no longer than Node does. */
  readonly program: string
  /** A new empty project. */
  project(): Promise<string>
  close(): Promise<void>
}

export async function bench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'goldset-lane-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(import.meta.dirname, 'worker.ts'),
      outDir: join(folder, 'program'),
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'worker.mjs', codeSplitting: false } }
    }
  })
  return {
    folder,
    program: join(folder, 'program/worker.mjs'),
    async project() {
      const root = await mkdtemp(join(folder, 'p-'))
      await writeFile(join(root, 'goldset.json'), JSON.stringify(tinyProject))
      return root
    },
    close: () => rm(folder, { recursive: true, force: true })
  }
}

export type Worker = ChildProcessByStdio<Writable, Readable, null>

export function start(program: string, ...args: readonly (string | number)[]): Worker {
  return spawn(process.execPath, [program, ...args.map(String)], { stdio: ['pipe', 'pipe', 'inherit'] })
}

/** Every temp file below a folder. */
export async function tempsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter(name => /\.goldset-[0-9a-f]{16}\.tmp$/.test(name))
}

/** The large counts, for the nights. */
export const nightly = process.env['GOLDSET_NIGHTLY'] === '1'
