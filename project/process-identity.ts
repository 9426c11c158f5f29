import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { codeOf } from './file-error.ts'

/** A running process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly host: string
  readonly pid: number
  /** When it started, in the kernel's ticks; empty where the system does not say. */
  readonly started: string
  /** Which run of the machine; empty where the system does not say. */
  readonly boot: string
}

export function thisProcess(): ProcessIdentity {
  return { host: hostname(), pid: process.pid, started: startOf(process.pid), boot: bootId() }
}

/** `unknown`: it runs, or ran, on another computer. In doubt a process of this one is alive. */
export function whereabouts(other: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  if (other.host !== hostname()) return 'unknown'
  if (other.boot !== '' && bootId() !== '' && other.boot !== bootId()) return 'dead'
  if (!exists(other.pid)) return 'dead'
  const started = startOf(other.pid)
  return other.started !== '' && started !== '' && other.started !== started ? 'dead' : 'alive'
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

/** Field 22 of `/proc/<pid>/stat`, counted after the name, which may hold spaces and brackets. */
function startOf(pid: number): string {
  const stat = systemText(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function bootId(): string {
  return systemText('/proc/sys/kernel/random/boot_id').trim()
}

/** Linux says these things; elsewhere there is no such file. */
function systemText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
