import { findElectron, runtimeLine } from '../electron-runtime.ts'
import { hasScreen, prepareLinux } from '../runtime/linux.ts'

let found: Promise<string | undefined> | undefined

/** Why no Electron can run here, or undefined. Says once which one it is; every test after that uses the same. */
export function electronProblem(): Promise<string | undefined> {
  found ??= prepare()
  return found
}

async function prepare(): Promise<string | undefined> {
  try {
    const electron = await findElectron()
    prepareLinux(electron.executable)
    process.env.ELECTRON_OVERRIDE_DIST_PATH ??= electron.dist
    console.log(runtimeLine(electron))
    if (!hasScreen()) console.log('There is no screen here, so the app runs on a virtual one (xvfb-run).')
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
