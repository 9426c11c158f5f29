import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { out } from '../build/targets.ts'
import type { Command } from './command.ts'
import { type LaneResult, notRun } from './lane.ts'
import { readNetworkLog } from './network-log.ts'

export const networkLogFile = path.join(out, 'test', 'connect.log')

/** Why strace cannot watch here, or undefined if it can. */
export function straceProblem(): string | undefined {
  const { error, status } = spawnSync('strace', ['-f', '--seccomp-bpf', '-qq', '-e', 'trace=connect', 'true'])
  if (error) return 'there is no strace here'
  return status === 0 ? undefined : 'strace may not trace here'
}

/** The command, and all it starts, with every connect call written to the log. */
export const watched = (command: Command, log = networkLogFile): Command => [
  'strace',
  ...['-f', '--seccomp-bpf', '-qq', '-e', 'trace=connect', '-o', log],
  ...command
]

/** Judges the log that the e2e lane left: not one connection may leave the machine. */
export async function networkLane(): Promise<LaneResult> {
  const problem = straceProblem()
  if (problem) return notRun(problem)
  const text = await readFile(networkLogFile, 'utf8').catch(() => undefined)
  if (text === undefined) return notRun('the e2e lane, which it watches, did not run')
  const { connects, outside } = readNetworkLog(text)
  console.log(`${connects} connect calls, ${outside.length} to outside this machine.`)
  for (const line of outside.slice(0, 20)) console.error(line)
  const passed = connects > 0 && outside.length === 0
  return { kind: 'ran', passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}
