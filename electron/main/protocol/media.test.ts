import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskFiles } from '../../../project/disk-files.ts'
import { traversalVariants } from '../../../project/test/traversal-variants.ts'
import { serveMedia } from './media.ts'

let folder = ''
const files = diskFiles()
const get = (url: string, range: string | null = null) =>
  serveMedia(files, join(folder, 'proj'), { url, method: 'GET', range })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goldset-media-'))
  for (const name of ['proj/data', 'proj-secret', 'outside'])
    await mkdir(join(folder, name), { recursive: true })
  for (const name of ['proj-secret/secret.txt', 'outside/secret.txt', 'secret.txt'])
    await writeFile(join(folder, name), 'SECRET')
  await writeFile(join(folder, 'proj/data/ok picture.png'), '0123456789')
  await symlink(join(folder, 'secret.txt'), join(folder, 'proj/data/link.png'))
  await symlink(join(folder, 'outside'), join(folder, 'proj/data/links'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a file of the project is served whole or in part, as data that cannot act', async () => {
  const whole = await get('goldset-data://media/data/ok%20picture.png')
  const part = await get('goldset-data://media/data/ok%20picture.png', 'bytes=2-4')
  const past = await get('goldset-data://media/data/ok%20picture.png', 'bytes=20-')
  expect([
    [
      whole.status,
      await whole.text(),
      whole.headers.get('content-type'),
      whole.headers.get('x-content-type-options')
    ],
    [part.status, await part.text(), part.headers.get('content-range')],
    [past.status, past.headers.get('content-range')],
    whole.headers.get('content-security-policy')?.endsWith('sandbox')
  ]).toEqual([
    [200, '0123456789', 'image/png', 'nosniff'],
    [206, '234', 'bytes 2-4/10'],
    [416, 'bytes */10'],
    true
  ])
})

test(
  'no variant of a path, and no link, reads anything outside the project',
  { timeout: 120_000 },
  async () => {
    const variants = [...traversalVariants(), 'data/link.png', 'data/links/secret.txt', 'data/links', '']
    const read: string[] = []
    for (const variant of variants) {
      const response = await get(`goldset-data://media/${variant}`)
      if (response.status !== 404 || (await response.text()).includes('SECRET')) read.push(variant)
    }
    expect({ enough: variants.length >= 10_000, read }).toEqual({ enough: true, read: [] })
  }
)

test('without an open project there is no media, and only reading is answered', async () => {
  const closed = await serveMedia(files, null, {
    url: 'goldset-data://media/data/ok%20picture.png',
    method: 'GET',
    range: null
  })
  const posted = await serveMedia(files, join(folder, 'proj'), {
    url: 'goldset-data://media/data/ok%20picture.png',
    method: 'POST',
    range: null
  })
  expect([closed.status, posted.status]).toEqual([404, 405])
})
