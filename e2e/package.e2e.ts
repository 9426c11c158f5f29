import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { sandboxSwitches } from '../scripts/runtime/linux.ts'

/* The packaged app, as `npm run package` left it. Its fuses refuse --inspect, so Playwright speaks to it over the page's own protocol. */

const folder = path.resolve(import.meta.dirname, '../dist', unpackedFolder())
const executable = path.join(folder, process.platform === 'win32' ? 'Goldset.exe' : 'goldset')

let app: ChildProcess | undefined
let browser: Browser | undefined
const userData = mkdtempSync(path.join(os.tmpdir(), 'goldset-package-'))

afterEach(async () => {
  await browser?.close()
  if (app && app.exitCode === null) {
    const gone = new Promise(resolve => app?.once('exit', resolve))
    app.kill()
    await gone
  }
  await rm(userData, { recursive: true, force: true })
})

test('the packaged app starts and shows where to begin, samples included', async () => {
  const page = await start()
  await page.getByText('Samples').first().waitFor()
  expect(await page.evaluate(() => ({ node: 'process' in globalThis, title: document.title }))).toEqual({
    node: false,
    title: expect.stringContaining('Goldset') as string
  })
})

test('its fuses are as electron-builder.yml sets them', async () => {
  const wire = await getCurrentFuseWire(executable)
  const on = (option: FuseV1Options) => wire[option] === FuseState.ENABLE
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    onlyFromAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    fileExtraPrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges)
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    onlyFromAsar: true,
    asarIntegrity: true,
    fileExtraPrivileges: false
  })
})

test('nothing of the development runtime is in the package', () => {
  expect(existsSync(path.join(folder, 'resources/default_app.asar'))).toBe(false)
})

async function start(): Promise<Page> {
  app = spawn(
    executable,
    [...sandboxSwitches(), '--remote-debugging-port=0', `--user-data-dir=${userData}`],
    {
      stdio: ['ignore', 'ignore', 'pipe']
    }
  )
  browser = await chromium.connectOverCDP(await devtoolsAddress(app))
  const context = browser.contexts()[0]
  if (!context) throw new Error('The packaged app has no browser context.')
  return context.pages()[0] ?? (await context.waitForEvent('page'))
}

/** The address Chromium writes to stderr once it listens. */
async function devtoolsAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('stderr is not piped')
  const said: string[] = []
  for await (const line of createInterface(child.stderr)) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address) {
      child.stderr.resume()
      return address
    }
    said.push(line)
  }
  throw new Error(`The packaged app ended before it listened:\n${said.join('\n')}`)
}

function unpackedFolder(): string {
  if (process.platform === 'win32') return 'win-unpacked'
  return process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked'
}
