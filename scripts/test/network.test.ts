import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readNetworkLog } from './network-log.ts'
import { straceProblem, watched } from './network.ts'

const problem = straceProblem()
if (problem) console.log(`not run: ${problem}`)

test.skipIf(problem)(
  'a program that connects to an address outside is caught, in a child process too',
  async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'goldset-network-'))
    try {
      const log = path.join(folder, 'connect.log')
      // 192.0.2.1 is set aside for documentation (RFC 5737): nobody answers there.
      const child =
        "require('net').connect(9, '192.0.2.1').on('error', () => {}); setTimeout(() => process.exit(), 200)"
      const parent = `require('child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(child)}])`
      const [program, ...args] = watched([process.execPath, '-e', parent], log)
      execFileSync(program, args)
      expect(readNetworkLog(await readFile(log, 'utf8')).outside).toEqual([
        expect.stringContaining('"192.0.2.1"')
      ])
    } finally {
      await rm(folder, { recursive: true })
    }
  }
)
