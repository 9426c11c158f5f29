import { expect, test } from 'vitest'
import type { Item } from '../../schemas/item.ts'
import type { Field } from '../../schemas/project.ts'
import { memoryFiles } from '../memory-files.ts'
import { png } from '../test/png.ts'
import { wav } from '../test/wav.ts'
import { mediaItem } from './media-item.ts'

const fields: readonly Field[] = [
  { id: 'photo', kind: 'image' },
  { id: 'speech', kind: 'audio' },
  { id: 'text', kind: 'text' }
]
const item = (values: Record<string, string>): Item => ({
  id: 'a',
  source: 'a.csv',
  fingerprint: `sha256:${'0'.repeat(64)}`,
  fields: values,
  meta: {}
})
const files = () => memoryFiles({ '/p/a.png': png(5, 3), '/p/b.png': png(5, 3), '/p/s.wav': wav(8000) })
const look = (values: Record<string, string>, disk = files()) => mediaItem(disk, '/p', fields, item(values))

test('an item says what is known of each of its files', async () => {
  const { media } = await look({ photo: 'a.png', speech: 's.wav', text: 'hello' })
  expect(media).toEqual({
    photo: { bytes: png(5, 3).length, width: 5, height: 3 },
    speech: { bytes: 8044, sampleRate: 8000, channels: 1, duration: 0.5 }
  })
})

test('an item without files stays the same object', async () => {
  const one = item({ text: 'hello' })
  expect(await mediaItem(files(), '/p', fields, one)).toBe(one)
})

test('what may not be read, or is not there, is said and never opened', async () => {
  const shown = async (path: string) => (await look({ photo: path })).media?.['photo']
  expect([await shown('../secret.png'), await shown('gone.png'), await shown('.')]).toEqual([
    { problem: 'This path may not hold "." or "..": it must stay in the project folder.' },
    { problem: 'There is no such file in the project folder.' },
    { problem: 'This is a folder, and a file was expected.' }
  ])
})

test('the fingerprint is over what the files hold, not where they lie', async () => {
  const disk = files()
  const of = async (path: string, text = '') => (await look({ photo: path, text }, disk)).fingerprint
  const before = await of('a.png')
  await disk.write('/p/b.png', png(6, 3))
  expect([
    (await look({ photo: 'b.png', text: '' })).fingerprint === before,
    (await of('b.png')) === before,
    (await of('a.png', 'other')) === before
  ]).toEqual([true, false, false])
})
