import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'

/** An Electron app started as a person starts it, reached through Chromium's own debugging port rather than --inspect. */
export interface StartedApp {
  /** The window's page, once there is one. */
  page(): Promise<Page>
  /** Ends it at once, with its children. */
  kill(): Promise<void>
}

const connectMs = 20_000

export function startDebugged(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {}
): StartedApp {
  const child = spawn(executable, ['--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env }
  })
  const address = listensAt(child)
  // Whoever waits for the page hears of it; if nobody does, it is no news.
  address.catch(() => {})
  let browser: Browser | undefined
  return {
    async page() {
      browser = await connected(await address)
      const context = browser.contexts()[0]
      if (!context) throw new Error('The app has no browser context.')
      return context.pages()[0] ?? (await context.waitForEvent('page', { timeout: connectMs }))
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise(resolve => child.once('exit', resolve))
        child.kill('SIGKILL')
        await gone
      }
      await browser?.close()
    }
  }
}

/** A connection made while the window loads can wait for ever; the next one finds the window there. */
async function connected(address: string): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: connectMs / 2 })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error
    console.log(`Playwright did not get hold of the app within ${connectMs / 2000} s; it tries once more.`)
    return chromium.connectOverCDP(address, { timeout: connectMs })
  }
}

/** The address Chromium writes to stderr once it listens. */
async function listensAt(child: ChildProcess): Promise<string> {
  const { stderr } = child
  if (!stderr) throw new Error('stderr is not piped')
  return new Promise((resolve, reject) => {
    const said: string[] = []
    createInterface(stderr).on('line', line => {
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (address) resolve(address)
      else if (said.length < 50) said.push(line)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`The app ended before it listened:\n${said.join('\n')}`)))
  })
}
