import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { seconds } from '../../labelers/kit/seconds.ts'
import type { SoundState } from '../../labelers/kit/sound.ts'
import { memoryFiles } from '../memory-files.ts'
import { PlayAsWav } from './play-as-wav.ts'
import { Sounds } from './sounds.ts'
import { pcmWav } from './test/pcm-wav.ts'
import { soundFixture } from './test/sound-fixtures.ts'

// The decoders tell the console what is wrong with a file.
beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterAll(() => void vi.restoreAllMocks())

const names = [
  'a.wav',
  'vbr.mp3',
  'cbr.mp3',
  'clicks.flac',
  'flac.oga',
  'clicks.opus',
  'vorbis.ogg',
  'clicks.m4a'
]
const tone = Array.from({ length: 16_000 }, (_, n) => Math.sin(n / 10) / 2)
const good = async (name: string): Promise<Buffer> =>
  name === 'a.wav' ? pcmWav([tone, tone], { sampleRate: 16_000 }) : soundFixture(name)

/** Opens a recording, asks everything of it, and says how it ended; rejects after two seconds. */
async function tried(name: string, bytes: Uint8Array): Promise<string> {
  const files = memoryFiles({ [`/p/${name}`]: bytes })
  let end = (_state: SoundState) => {}
  const ended = new Promise<SoundState>(resolve => (end = resolve))
  const sounds = new Sounds(files, (_sound, state) => {
    if (state.state === 'ready' || state.state === 'broken') end(state)
  })
  let late = (_error: Error) => {}
  const tooLate = new Promise<never>((_resolve, reject) => (late = reject))
  const timer = setTimeout(() => late(new Error(`${name} was not read within two seconds.`)), 2000)
  try {
    sounds.open(1, { path: `/p/${name}`, root: '/p', keep: false })
    const all = async () => {
      const { values } = await sounds.peaks(1, seconds(0), seconds(6), 600)
      await sounds.samples(1, seconds(1), seconds(3), 8000)
      const state = await ended
      await sounds.speech(1, {
        sensitivity: 0.5,
        minSpeech: seconds(0.1),
        minSilence: seconds(0.2),
        padding: seconds(0.05)
      })
      const player = new PlayAsWav(files)
      const file = { path: `/p/${name}`, size: bytes.length, identity: '1' }
      await player.bytes(file, 1000, 5000).catch(() => undefined)
      expect(values.length).toBe(1200)
      return state.state === 'broken' ? state.problem : 'ready'
    }
    return await Promise.race([all(), tooLate])
  } finally {
    clearTimeout(timer)
    sounds.close(1)
  }
}

/** Its last page says that it ends in the far future. */
function endless(opus: Buffer): Buffer {
  const bytes = Buffer.from(opus)
  bytes.writeBigInt64LE(2n ** 61n, bytes.lastIndexOf('OggS') + 6)
  return bytes
}

const sentence = /^(ready|[A-Z"].*\.)$/

test.each(names)(
  '%s with any bytes changed, or cut anywhere, ends in a sentence or is read',
  { timeout: 120_000 },
  async name => {
    const whole = await good(name)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 }),
        // Heads are a small part of a file and say the most.
        fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 3 }),
        fc.oneof(fc.constant(whole.length), fc.nat(whole.length)),
        async (changes, inHead, length) => {
          const bytes = Buffer.from(whole)
          for (const [at, byte] of [...changes, ...inHead]) bytes[at] = byte
          expect(await tried(name, bytes.subarray(0, length))).toMatch(sentence)
        }
      ),
      { numRuns: 40 }
    )
  }
)

test('what is broken in a known way says which', async () => {
  const wav = await good('a.wav')
  const changed = (at: number, ...values: number[]) => {
    const bytes = Buffer.from(wav)
    bytes.set(values, at)
    return bytes
  }
  const mp3 = await good('vbr.mp3')
  const said = await Promise.all([
    tried('empty.mp3', Buffer.alloc(0)),
    tried(
      'text.mp3',
      Buffer.from('This is a text and no sound at all, however long it may go on. '.repeat(9))
    ),
    tried('zero-rate.wav', changed(24, 0, 0, 0, 0)),
    tried('channels.wav', changed(22, 0xff, 0xff)),
    tried('sizes.wav', changed(40, 0xff, 0xff, 0xff, 0x7f)),
    tried('renamed.wav', mp3),
    tried('head.mp3', mp3.subarray(0, 300)),
    tried('half.mp3', mp3.subarray(0, mp3.length / 2)),
    tried('half.flac', (await good('clicks.flac')).subarray(0, 20_000)),
    tried('half.ogg', (await good('vorbis.ogg')).subarray(0, 8000)),
    tried('chunks.wav', Buffer.concat([wav.subarray(0, 12), Buffer.alloc(400_000)])),
    tried('endless.opus', endless(await good('clicks.opus')))
  ])
  expect(said).toEqual([
    'This file is empty.',
    'This is no recording that Goldset knows: WAV, MP3, FLAC, Ogg, Opus, M4A or AAC.',
    'This recording says that it has 0 samples per second, which cannot be played.',
    'This recording says that it has 65,535 channels. 1 to 32 can be played.',
    // What is there is read, whatever the head promises; that the two differ is a note of the item.
    'ready',
    'ready',
    'This MP3 holds no sound.',
    'ready',
    'ready',
    'ready',
    'This WAV holds no sound.',
    'ready'
  ])
})
