import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { findElectron } from '../scripts/electron-runtime.ts'
import { sandboxSwitches } from '../scripts/runtime/linux.ts'

export const repository = join(import.meta.dirname, '..')

/** A person's own computer: a home folder of their own, which goes when the test ends. */
export interface Person {
  readonly home: string
  readonly userData: string
  leave(): Promise<void>
}

export async function newPerson(): Promise<Person> {
  const home = await mkdtemp(join(tmpdir(), 'goldset-e2e-'))
  return {
    home,
    userData: join(home, 'settings'),
    leave: () => rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

export interface App {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Errors the page has thrown or logged, in order. */
  readonly errors: readonly string[]
  /** Closes the window as a person does, and waits until the app has ended. */
  close(): Promise<void>
  /** `kill -9` of the main process; its children follow by themselves. */
  kill(): Promise<void>
}

export interface StartOptions {
  /** A project folder to open, or other words of the command line. */
  readonly args?: readonly string[]
  readonly userData?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built app as this person. */
export async function startApp(person: Person, options: StartOptions = {}): Promise<App> {
  const { executable } = await findElectron()
  const electron = await launched({
    executablePath: executable,
    args: [
      ...sandboxSwitches(),
      repository,
      `--user-data-dir=${options.userData ?? person.userData}`,
      ...(options.args ?? [])
    ],
    timeout: 15_000,
    cwd: person.home,
    env: {
      ...currentEnvironment(),
      HOME: person.home,
      XDG_CONFIG_HOME: join(person.home, '.config'),
      ...options.env
    }
  })
  const errors: string[] = []
  const page = await electron.firstWindow()
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  const child = electron.process()
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  return {
    electron,
    page,
    errors,
    async close() {
      // The page's own way out is part of what is tested, so this is what the window's button does.
      await electron
        .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
        .catch(() => {})
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    }
  }
}

/**
 * About one start in forty, Playwright attaches to the window in the moment it loads and then waits for ever, while the app runs.
 * That start is ended and made again; a third time in a row is the app's fault.
 */
async function launched(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let attempt = 1; attempt < 3; attempt++) {
    try {
      return await _electron.launch(options)
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error
      console.log('Playwright did not get hold of the app within 15 s; the app is started again.')
    }
  }
  return _electron.launch(options)
}

function currentEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  )
}
