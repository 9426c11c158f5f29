import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Why a lane that needs strace cannot run here. Undefined: it can. */
export function noStrace(): string | undefined {
  if (process.platform !== 'linux') return 'strace is for Linux'
  return spawnSync('strace', ['-V']).status === 0 ? undefined : 'strace is not installed'
}

/** Runs a program under strace to its end. */
export function traced(log: string, options: readonly string[], program: readonly string[]) {
  return spawnSync('strace', ['-f', '-y', '-s', '300', '-o', log, ...options, process.execPath, ...program], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' }
  })
}

/** One system call that succeeded. */
export interface Call {
  readonly name: string
  readonly args: string
  readonly result: number
}

/** The calls of a log in the order they were finished; those that other threads interrupted are put together again. */
export function callsIn(log: string): Call[] {
  const begun = new Map<string, string>()
  const calls: Call[] = []
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    const unfinished = / <unfinished \.\.\.>$/.exec(rest)
    if (unfinished !== null) {
      begun.set(pid, rest.slice(0, unfinished.index))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    const whole = resumed === null ? rest : (begun.get(pid) ?? '') + resumed[1]
    const [, name = '', args = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(whole) ?? []
    if (name !== '' && Number(result) >= 0) calls.push({ name, args, result: Number(result) })
  }
  return calls
}
