import { expect, test } from 'vitest'
import { seconds } from '../../../labelers/kit/seconds.ts'
import { pcmWav } from '../../../project/audio/test/pcm-wav.ts'
import type { Events } from '../../api/contract.ts'
import { handlers } from '../handlers.ts'
import { memoryDesktop } from '../test/memory-desktop.ts'

const project = {
  goldset: 'project/1',
  id: 'sounds',
  name: 'Sounds',
  schemaVersion: 1,
  fields: [{ id: 'audio', kind: 'audio' }],
  sources: [{ path: 'data', format: 'audio-files' }],
  tasks: [
    {
      id: 'mood',
      title: 'Mood',
      labeler: 'choice',
      labelerVersion: 1,
      field: 'audio',
      config: { labels: [{ id: 'good', name: 'Good', exportIndex: 0 }], multiple: false }
    }
  ]
}

test('a recording is read for the item that has it, and for no other', async () => {
  const told: Events['sound.state'][] = []
  const wav = pcmWav([Array.from({ length: 8000 }, () => 1)], { sampleRate: 8000 })
  const desktop = await memoryDesktop(
    { '/p/goldset.json': JSON.stringify(project), '/p/data/a.wav': wav, '/p/data/b.wav': wav },
    {
      tell: (name, payload) => {
        if (name === 'sound.state') told.push(payload as Events['sound.state'])
      }
    }
  )
  const call = handlers(desktop)
  desktop.session.grants.give('/p')
  const opened = await call['project.open']({ folder: '/p' })
  expect(opened).toMatchObject({ ok: true })
  await call['item.open']({ position: 0 })
  await call['sound.open']({ sound: 1, path: 'data/a.wav' })
  await call['sound.open']({ sound: 2, path: 'data/b.wav' })
  await call['sound.open']({ sound: 3, path: 'goldset.json' })
  const peaks = await call['sound.peaks']({ sound: 1, from: seconds(0), to: seconds(2), columns: 2 })
  await call['sound.close']({ sound: 1 })
  const refused = told.filter(({ state }) => state.state === 'broken').map(({ sound }) => sound)
  expect({ refused, peaks: [...peaks.values] }).toEqual({ refused: [2, 3], peaks: [127, 127, 0, 0] })
})
