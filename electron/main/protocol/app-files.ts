import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ProtocolResponse } from 'electron'
import { PAGE_POLICY, WORKER_POLICY } from '../security/csp.ts'
import { isOwnPage } from '../security/origin.ts'
import { contentType } from './types.ts'

/** Chromium's `net::ERR_FILE_NOT_FOUND`. */
const FILE_NOT_FOUND = -6

/** `goldset://app/…`: the built window, and only the files that were there when the app started. */
export function appFiles(folder: string): (address: string) => ProtocolResponse {
  const names = new Map(listed(folder, '').map(name => [`/${name}`, join(folder, name)]))
  return address => {
    const path = isOwnPage(address) ? names.get(new URL(address).pathname) : undefined
    if (path === undefined) return { error: FILE_NOT_FOUND }
    const [mimeType = '', charset] = contentType(path).split('; charset=')
    return {
      path,
      mimeType,
      ...(charset === undefined ? {} : { charset }),
      headers: {
        'Content-Security-Policy': /-worker-[\w-]+\.js$/.test(path) ? WORKER_POLICY : PAGE_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin'
      }
    }
  }
}

function listed(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap(entry => {
    const name = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory()) return listed(folder, name)
    return entry.isFile() ? [name] : []
  })
}
