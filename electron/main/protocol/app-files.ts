import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAGE_POLICY } from '../security/csp.ts'
import { contentType } from './types.ts'

/** `goldset://app/…`: the built window, and only the files that were there when the app started. */
export function appFiles(folder: string): (url: URL) => Response {
  const names = new Map(listed(folder, '').map(name => [`/${name}`, join(folder, name)]))
  return url => {
    const path = names.get(url.pathname)
    if (path === undefined) return new Response('Not found', { status: 404 })
    return new Response(readFileSync(path), {
      headers: {
        'Content-Type': contentType(path),
        'Content-Security-Policy': PAGE_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin'
      }
    })
  }
}

function listed(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap(entry => {
    const name = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory()) return listed(folder, name)
    return entry.isFile() ? [name] : []
  })
}
