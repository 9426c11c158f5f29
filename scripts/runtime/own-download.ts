import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:https'
import { createRequire } from 'node:module'
import path from 'node:path'

export type OwnDownload =
  | { readonly kind: 'ready'; readonly executable: string; readonly dist: string; readonly version: string }
  | { readonly kind: 'missing'; readonly reason: string }

const probeMs = 4000
const downloadMs = 10 * 60_000

/** The program of the installed `electron` package: there already, or downloaded now if its host answers within seconds. */
export async function ownDownload(): Promise<OwnDownload> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  const ready = installed(folder)
  const dist = path.join(folder, 'dist')
  if (ready) return { kind: 'ready', executable: ready, dist, version }
  const unreachable = mirrored() ? undefined : await probe(downloadUrl(version))
  if (unreachable) return { kind: 'missing', reason: unreachable }
  console.log(`Downloading Electron ${version} …`)
  const result = spawnSync(process.execPath, [path.join(folder, 'install.js')], {
    timeout: downloadMs,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8'
  })
  const executable = installed(folder)
  if (executable) return { kind: 'ready', executable, dist, version }
  const last = result.stderr.trim().split('\n')[0] ?? ''
  return {
    kind: 'missing',
    reason: `the download of Electron ${version} failed (${last || 'it did not finish'})`
  }
}

function installed(folder: string): string | undefined {
  const pathFile = path.join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = path.join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? executable : undefined
}

/** The person told npm or Electron where to download from; a probe of the usual host would say nothing. */
const mirrored = () =>
  ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_GET_USE_PROXY'].some(name => process.env[name])

const downloadUrl = (version: string) =>
  `https://github.com/electron/electron/releases/download/v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`

/** Why the address cannot be fetched, or undefined if it can. Follows the redirect to the host that holds the bytes. */
async function probe(url: string, hops = 3): Promise<string | undefined> {
  const host = new URL(url).host
  return new Promise(resolve => {
    const outgoing = request(url, { method: 'HEAD' }, response => {
      response.resume()
      clearTimeout(timer)
      const next = response.headers.location
      if (next && hops > 0) resolve(probe(new URL(next, url).href, hops - 1))
      else resolve(response.statusCode === 200 ? undefined : `${host} answered ${response.statusCode}`)
    })
    const timer = setTimeout(() => outgoing.destroy(new Error('no answer')), probeMs)
    outgoing.on('error', () => {
      clearTimeout(timer)
      resolve(`${host} cannot be reached`)
    })
    outgoing.end()
  })
}
