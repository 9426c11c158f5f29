import { dirname } from 'node:path'
import type { Call } from './strace.ts'

/**
 * Follows a program's system calls and says for each confirmed save what had not been done before it was confirmed:
 * bytes written to a temp file, fsync of it, rename over the target, fsync of the folder, and fsync of the folder
 * above each folder that was made.
 */
export function saveOrder(calls: readonly Call[]): { confirmed: number; violations: string[] } {
  /** By path: what has happened to the bytes under that name. */
  const bytes = new Map<string, 'written' | 'synced'>()
  const targets = new Map<string, 'unsynced bytes' | 'renamed' | 'done'>()
  const looseFolders = new Set<string>()
  const violations: string[] = []
  let confirmed = 0
  for (const { name, args } of calls) {
    const paths = [...args.matchAll(/"([^"]*)"/g)].map(match => match[1] ?? '')
    const open = /^\d+<([^>]*)>/.exec(args)?.[1] ?? ''
    if (name === 'write' && args.includes('"ack ')) {
      confirmed++
      const target = (paths[0] ?? '').slice('ack '.length).replace(/\\n$/, '')
      const state = targets.get(target) ?? 'nothing was renamed'
      if (state !== 'done') violations.push(`${target}: ${state}`)
      for (let folder = dirname(target); folder !== dirname(folder); folder = dirname(folder))
        if (looseFolders.has(folder)) violations.push(`${folder}: made, and its own folder not synced`)
      targets.delete(target)
    } else if (name === 'write' || name === 'pwrite64') bytes.set(open, 'written')
    else if (name === 'fsync' || name === 'fdatasync') {
      if (bytes.has(open)) bytes.set(open, 'synced')
      for (const [target, state] of targets)
        if (state === 'renamed' && dirname(target) === open) targets.set(target, 'done')
      for (const folder of looseFolders) if (dirname(folder) === open) looseFolders.delete(folder)
    } else if (name === 'mkdir') looseFolders.add(paths[0] ?? '')
    else if (name === 'rename') {
      const [from = '', to = ''] = paths
      targets.set(to, bytes.get(from) === 'synced' ? 'renamed' : 'unsynced bytes')
      bytes.delete(from)
    }
  }
  return { confirmed, violations }
}
