import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from '../build/targets.ts'

export type Command = readonly [program: string, ...args: string[]]

/** A program of node_modules, run with this Node whatever the PATH says. */
export const tool = (script: string, ...args: string[]): Command => [
  process.execPath,
  path.join(root, 'node_modules', script),
  ...args
]

/** Runs a command with its output on ours. True if it ended with 0. */
export async function succeeds(
  [program, ...args]: Command,
  env: Readonly<Record<string, string>> = {}
): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env }
    })
    child.on('error', error => {
      console.error(`${program} could not be started: ${error.message}`)
      resolve(false)
    })
    child.on('exit', code => resolve(code === 0))
  })
}
