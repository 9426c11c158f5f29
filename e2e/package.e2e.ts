import { existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterEach, expect, test } from 'vitest'
import { sandboxSwitches } from '../scripts/runtime/linux.ts'
import { type StartedApp, startDebugged } from '../scripts/runtime/started-app.ts'

/* The packaged app, as `npm run package` left it. Its fuses refuse --inspect, so Playwright speaks to it over the page's own protocol. */

const folder = path.resolve(import.meta.dirname, '../dist', unpackedFolder())
const executable = path.join(folder, process.platform === 'win32' ? 'Goldset.exe' : 'goldset')

let app: StartedApp | undefined
const userData = mkdtempSync(path.join(os.tmpdir(), 'goldset-package-'))

afterEach(async () => {
  await app?.kill()
  app = undefined
  await rm(userData, { recursive: true, force: true, maxRetries: 5 })
})

test('the packaged app starts and shows where to begin, samples included', async () => {
  app = startDebugged(executable, [...sandboxSwitches(), `--user-data-dir=${userData}`])
  const page = await app.page()
  await page.getByText('Samples').first().waitFor({ timeout: 20_000 })
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

function unpackedFolder(): string {
  if (process.platform === 'win32') return 'win-unpacked'
  return process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked'
}
