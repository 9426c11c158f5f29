import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { root } from './targets.ts'

const sources = [
  'schemas',
  'labelers',
  'project',
  'cli',
  'electron',
  'renderer',
  'scripts/build',
  'package.json',
  'package-lock.json'
]

/** Changes when any source of the build changes: names, sizes and times of all of them. */
export async function sourceStamp(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    const place = path.join(root, source)
    const entries = (await stat(place)).isDirectory() ? await readdir(place, { recursive: true }) : ['']
    for (const entry of entries.sort()) {
      const { mtimeMs, size } = await stat(path.join(place, entry))
      hash.update(`${source}/${entry}\0${mtimeMs}\0${size}\n`)
    }
  }
  return hash.digest('hex')
}

export const stampFile = path.join(root, 'out', 'built-from')

/** Whether out/ was built, completely, from the sources as they are now. */
export async function isFresh(): Promise<boolean> {
  const built = await readFile(stampFile, 'utf8').catch(() => undefined)
  return built !== undefined && built === (await sourceStamp())
}
