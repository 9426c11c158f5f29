import { existsSync, mkdtempSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, afterEach, expect, test } from 'vitest'
import { sandboxSwitches } from '../scripts/runtime/linux.ts'
import { type StartedApp, startDebugged } from '../scripts/runtime/started-app.ts'

/* The packaged app, as `npm run package` left it. Its fuses refuse --inspect, so Playwright speaks to it over the page's own protocol. */

const folder = path.resolve(import.meta.dirname, '../dist', unpackedFolder())
const executable = path.join(folder, process.platform === 'win32' ? 'Goldset.exe' : 'goldset')

let app: StartedApp | undefined
const home = mkdtempSync(path.join(os.tmpdir(), 'goldset-package-'))

afterEach(async () => {
  await app?.kill()
  app = undefined
})
afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 5 }))

test('the packaged app starts, and a sample opens from inside it', async () => {
  app = startDebugged(executable, [...sandboxSwitches(), `--user-data-dir=${path.join(home, 'settings')}`], {
    HOME: home
  })
  const page = await app.page()
  await page.getByRole('button', { name: /^Product reviews/ }).click({ timeout: 20_000 })
  await page.getByText('Boils a litre').first().waitFor({ timeout: 20_000 })
  const copied = await readdir(path.join(home, 'Goldset samples'))
  expect({ copied, node: await page.evaluate(() => 'process' in globalThis) }).toEqual({
    copied: ['product-reviews'],
    node: false
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

function unpackedFolder(): string {
  if (process.platform === 'win32') return 'win-unpacked'
  return process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked'
}
