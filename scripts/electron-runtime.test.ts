import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findElectron, runtimeLine } from './electron-runtime.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'goldset-runtime-'))
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

test.runIf(process.platform === 'linux')(
  'an Electron that the environment names is used as it is',
  async () => {
    await writeFile(path.join(folder, 'electron'), '')
    await writeFile(path.join(folder, 'version'), 'v45.4.1\n')
    const found = await findElectron()
    expect([found.executable, found.dist, runtimeLine(found)]).toEqual([
      path.join(folder, 'electron'),
      folder,
      'Electron 45.4.1: named by ELECTRON_OVERRIDE_DIST_PATH.'
    ])
  }
)

test('a named folder without Electron is said to be one, not passed over', async () => {
  await expect(findElectron()).rejects.toThrow(
    /^ELECTRON_OVERRIDE_DIST_PATH is .*, but there is no \S+ in it\.$/
  )
})
