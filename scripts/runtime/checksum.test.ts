import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hasSha512 } from './checksum.ts'

// SHA-512 of "abc", from FIPS 180-2.
const abc = '3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='

test('one changed byte is another file', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'goldset-checksum-'))
  const file = path.join(folder, 'file')
  try {
    await writeFile(file, 'abc')
    const same = await hasSha512(file, abc)
    await writeFile(file, 'abd')
    expect([same, await hasSha512(file, abc)]).toEqual([true, false])
  } finally {
    await rm(folder, { recursive: true })
  }
})
