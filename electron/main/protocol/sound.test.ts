import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Sounds } from '../../../project/audio/sounds.ts'
import { soundFixture } from '../../../project/audio/test/sound-fixtures.ts'
import { memoryFiles } from '../../../project/memory-files.ts'
import { serveSound } from './sound.ts'

async function served(range: string | null = null, method = 'GET') {
  const mp3 = await soundFixture('vbr.mp3')
  const files = memoryFiles({
    '/p/data/a.mp3': mp3,
    '/p/data/cut.mp3': 'ID3 and nothing else that is an MP3',
    '/p/data/a.flac': await readFile(
      join(import.meta.dirname, '../../../project/audio/fixtures/clicks.flac')
    ),
    '/p/data/none.mp3': '',
    '/secret.mp3': mp3
  })
  const sounds = new Sounds(files, () => {})
  return async (name: string) => {
    const answer = await serveSound(
      files,
      '/p',
      { url: `goldset-data://sound/${name}`, method, range },
      () => sounds
    )
    const bytes = Buffer.from(await answer.arrayBuffer())
    return [
      answer.status,
      answer.headers.get('content-type'),
      answer.headers.get('content-length'),
      answer.headers.get('content-range'),
      bytes.length,
      bytes.toString('latin1', 0, 4)
    ]
  }
}

test('an MP3 is served as the WAV that it decodes to, whole, in part, or its head', async () => {
  const [whole, part, past, head] = await Promise.all(
    ([[null], ['bytes=44-1043'], ['bytes=900000-'], [null, 'HEAD']] as const).map(async ([range, method]) =>
      (await served(range, method))('data/a.mp3')
    )
  )
  expect([whole, part?.slice(0, 5), past?.slice(0, 5), head]).toEqual([
    [200, 'audio/wav', '192044', null, 192_044, 'RIFF'],
    [206, 'audio/wav', '1000', 'bytes 44-1043/192044', 1000],
    [416, 'audio/wav', null, 'bytes */192044', 0],
    [200, 'audio/wav', '192044', null, 0, '']
  ])
})

test('what seeks exactly, cannot be decoded or holds nothing is served as it is, and nothing from elsewhere', async () => {
  const get = await served()
  expect([
    (await get('data/a.flac')).slice(0, 2),
    (await get('data/cut.mp3')).slice(0, 3),
    (await get('data/none.mp3')).slice(0, 3),
    (await get('../secret.mp3'))[0],
    (await get('%2e%2e/secret.mp3'))[0],
    (await get('data/missing.mp3'))[0]
  ]).toEqual([[200, 'audio/flac'], [200, 'audio/mpeg', '35'], [200, 'audio/mpeg', '0'], 404, 404, 404])
})
