import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findElectron } from '../scripts/electron-runtime.ts'
import { startDebugged } from '../scripts/runtime/started-app.ts'
import { repository } from './app.ts'

/* Chromium's sandbox refuses root, so a machine where the tests run as root lends them another user. */

const isRoot = process.getuid?.() === 0
const why =
  process.platform !== 'linux'
    ? 'the state of the sandbox is read from /proc, which Linux has'
    : isRoot && spawnSync('setpriv', ['--version']).status !== 0
      ? 'this is root, and setpriv is not installed'
      : undefined
if (why !== undefined) console.log(`not run: ${why}.`)

test.skipIf(why !== undefined)(
  'the page’s process runs in Chromium’s sandbox, for a person who is not root',
  async () => {
    const home = await mkdtemp(join(tmpdir(), 'goldset-sandbox-'))
    try {
      const { executable } = await findElectron()
      // Copies that the other user may read: the repository and the cache of root may be closed to it.
      await cp(dirname(executable), join(home, 'electron'), { recursive: true })
      for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer'])
        await cp(join(repository, part), join(home, 'app', part), { recursive: true })
      await chmod(home, 0o777)
      const program = join(home, 'electron/electron')
      const words = [join(home, 'app'), `--user-data-dir=${join(home, 'settings')}`]
      const asNobody = join(home, 'as-nobody')
      const setpriv = 'exec setpriv --reuid=65534 --regid=65534 --clear-groups'
      await writeFile(asNobody, `#!/bin/sh\n${setpriv} "${program}" "$@"\n`, { mode: 0o755 })
      const env = { HOME: home, ...(await screenFor(home)) }
      const app = startDebugged(isRoot ? asNobody : program, words, env)
      try {
        const page = await app.page()
        await page.getByText('Goldset').first().waitFor()
        const renderers = rendererProcesses(home)
        const states = await Promise.all(renderers.map(pid => readFile(`/proc/${pid}/status`, 'utf8')))
        const filtered = states.map(state => /^Seccomp:\t(\d)/m.exec(state)?.[1])
        // 2: a filter of system calls stands.
        expect({ some: renderers.length > 0, filtered }).toEqual({
          some: true,
          filtered: renderers.map(() => '2')
        })
      } finally {
        await app.kill()
      }
    } finally {
      await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    }
  }
)

/** The key to the screen, where the other user can read it. */
async function screenFor(home: string): Promise<Record<string, string>> {
  const key = process.env['XAUTHORITY']
  if (key === undefined) return {}
  const copy = join(home, 'xauthority')
  await cp(key, copy)
  await chmod(copy, 0o644)
  return { XAUTHORITY: copy }
}

function rendererProcesses(home: string): readonly string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
  return stdout
    .split('\n')
    .filter(line => line.includes('--type=renderer') && line.includes(home))
    .map(line => line.trim().split(' ')[0] ?? '')
}
