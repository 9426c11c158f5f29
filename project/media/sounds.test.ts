import { expect, test } from 'vitest'
import { memoryFiles } from '../memory-files.ts'
import { mediaSamples } from '../test/media-samples.ts'
import { png } from '../test/png.ts'
import { chunk, wav } from '../test/wav.ts'
import { mediaInfo } from './media-info.ts'

async function shown(name: string, bytes: Uint8Array): Promise<string> {
  const files = memoryFiles({ [`/p/${name}`]: bytes })
  const { sampleRate, channels, duration, problem, note } = await mediaInfo(files, `/p/${name}`, 'audio')
  const head = sampleRate === undefined ? [] : [`${sampleRate} Hz × ${channels}`]
  const time = duration === undefined ? [] : [`${Number(duration.toFixed(6))} s`]
  return [`${name}:`, ...head, ...time, problem ?? '', note ?? ''].filter(part => part !== '').join(' ')
}

const sample = (name: string) => mediaSamples.get(name) ?? new Uint8Array()

test('a recording says how long it is, where its head tells', async () => {
  const names = ['short.flac', 'short.opus', 'short.mp3', 'packed.wav']
  const tagged = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x05hello', 'latin1'), sample('short.mp3')])
  expect([
    ...(await Promise.all(names.map(name => shown(name, sample(name))))),
    await shown('tagged.mp3', tagged),
    await shown('vorbis.ogg', vorbis(40_000n)),
    await shown('speech.m4a', m4a({ scale: 44_100, ticks: 110_250, channels: 2 })),
    await shown('frames.aac', Buffer.from([0xff, 0xf1, 0x50, 0x80, 0, 0, 0, 0]))
  ]).toEqual([
    'short.flac: 16000 Hz × 1 0.125 s',
    'short.opus: 48000 Hz × 1 0.125 s',
    'short.mp3: 16000 Hz × 1 0.125 s',
    'packed.wav: 16000 Hz × 1 0.127125 s',
    'tagged.mp3: 16000 Hz × 1 0.125 s',
    'vorbis.ogg: 16000 Hz × 1 2.5 s',
    'speech.m4a: 44100 Hz × 2 2.5 s',
    'frames.aac: 44100 Hz × 2'
  ])
})

test('a WAV is as long as the samples it holds, whatever its header says', async () => {
  const extra = Buffer.alloc(24)
  extra.writeUInt16LE(3, 8)
  const extensible = Buffer.from(wav(3200, { bits: 32, tag: 0xfffe }))
  const longer = Buffer.concat([
    extensible.subarray(0, 16),
    Buffer.from([40, 0, 0, 0]),
    extensible.subarray(20, 36),
    extra,
    extensible.subarray(36)
  ])
  const ds64 = Buffer.alloc(28)
  ds64.writeBigUInt64LE(16_000n, 8)
  expect([
    await shown('plain.wav', wav(16_000)),
    await shown('tags.wav', wav(16_000, { between: chunk('LIST', Buffer.alloc(101)) })),
    await shown('stereo.wav', wav(16_000, { channels: 2, bits: 24, sampleRate: 44_100 })),
    await shown('float.wav', longer),
    await shown('streamed.wav', wav(16_000, { says: 0xffff_ffff })),
    await shown('zero.wav', wav(16_000, { says: 0 })),
    await shown('long.wav', wav(16_000, { says: 0xffff_ffff, riff: 'RF64', between: chunk('ds64', ds64) })),
    await shown('cut.wav', wav(16_000, { says: 160_000 })),
    await shown('odd.wav', wav(16_001))
  ]).toEqual([
    'plain.wav: 8000 Hz × 1 1 s',
    'tags.wav: 8000 Hz × 1 1 s',
    'stereo.wav: 44100 Hz × 2 0.060454 s',
    'float.wav: 8000 Hz × 1 0.1 s',
    'streamed.wav: 8000 Hz × 1 1 s',
    'zero.wav: 8000 Hz × 1 1 s',
    'long.wav: 8000 Hz × 1 1 s',
    'cut.wav: 8000 Hz × 1 1 s The header promises 10 s of sound and the file holds 1 s.',
    'odd.wav: 8000 Hz × 1 1 s'
  ])
})

test('what is no recording that can be played is refused in a sentence', async () => {
  expect([
    await shown('empty.wav', new Uint8Array()),
    await shown('rate.wav', wav(100, { sampleRate: 0 })),
    await shown('channels.wav', wav(100, { channels: 65_535 })),
    await shown('silent.wav', wav(0)),
    await shown('bare.wav', wav(100).slice(0, 36)),
    await shown('bits.wav', wav(100, { bits: 0 })),
    await shown('picture.wav', png(5, 3)),
    await shown('words.mp3', Buffer.from('no sound in here '.repeat(10))),
    await shown('video.m4a', m4a({ scale: 90_000, ticks: 1, channels: 0, handler: 'vide' })),
    await shown('tags.mp3', Buffer.from('ID3\x04\0\0\0\0\0\x05hello', 'latin1'))
  ]).toEqual([
    'empty.wav: This file is empty.',
    'rate.wav: This recording says that it has 0 samples per second, which cannot be played.',
    'channels.wav: This recording says that it has 65,535 channels. 1 to 32 can be played.',
    'silent.wav: This recording holds no sound.',
    'bare.wav: This WAV holds no sound.',
    'bits.wav: This WAV says that its samples have no size.',
    'picture.wav: This is a PNG picture, not a recording.',
    'words.mp3: This is no recording that Goldset knows: WAV, MP3, FLAC, Ogg, Opus, M4A or AAC.',
    'video.m4a: There is no sound in this file.',
    'tags.mp3: This MP3 holds no sound.'
  ])
})

/** Two pages: the head of a Vorbis stream, and one that ends at this sample. */
function vorbis(samples: bigint): Uint8Array {
  const page = (granule: bigint, packet: Buffer) => {
    const head = Buffer.alloc(28)
    head.write('OggS', 'latin1')
    head.writeBigInt64LE(granule, 6)
    head.writeUInt32LE(77, 14)
    head[26] = 1
    head[27] = packet.length
    return Buffer.concat([head, packet])
  }
  const packet = Buffer.alloc(30)
  packet.write('\x01vorbis', 'latin1')
  packet[11] = 1
  packet.writeUInt32LE(16_000, 12)
  return Buffer.concat([page(0n, packet), page(samples, Buffer.alloc(5))])
}

function m4a(track: { scale: number; ticks: number; channels: number; handler?: string }): Uint8Array {
  const box = (type: string, ...parts: readonly Buffer[]) => {
    const body = Buffer.concat(parts)
    const head = Buffer.alloc(8)
    head.writeUInt32BE(body.length + 8)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, body])
  }
  const times = Buffer.alloc(24)
  times.writeUInt32BE(track.scale, 12)
  times.writeUInt32BE(track.ticks, 16)
  const handler = Buffer.alloc(24)
  handler.write(track.handler ?? 'soun', 8, 'latin1')
  const samples = Buffer.alloc(44)
  samples.writeUInt16BE(track.channels, 32)
  samples.writeUInt16BE(track.scale & 0xffff, 40)
  const media = box(
    'mdia',
    box('mdhd', times),
    box('hdlr', handler),
    box('minf', box('stbl', box('stsd', samples)))
  )
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0M4A mp42', 'latin1')),
    box('mdat', Buffer.alloc(50)),
    box('moov', box('trak', media))
  ])
}
