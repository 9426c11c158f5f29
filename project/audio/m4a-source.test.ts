import { expect, test } from 'vitest'
import { memoryFiles } from '../memory-files.ts'
import { FileBytes } from '../media/file-bytes.ts'
import { m4aSource } from './m4a-source.ts'
import { m4aTrack } from './m4a-track.ts'
import { soundFixture } from './test/sound-fixtures.ts'

const path = '/p/clicks.m4a'

async function fixture() {
  const bytes = await soundFixture('clicks.m4a')
  return { files: memoryFiles({ [path]: bytes }), size: bytes.length }
}

test('the table of contents of an M4A says where its packets lie and what of them is heard', async () => {
  const { files, size } = await fixture()
  const { config, places, sizes, ...track } = await m4aTrack(new FileBytes(files, path, size))
  const apart = places.filter((place, n) => n > 0 && place !== places[n - 1]! + sizes[n - 1]!)
  expect({
    ...track,
    packets: places.length,
    apart,
    config: Buffer.from(config).toString('hex', 0, 2)
  }).toEqual({
    sampleRate: 16_000,
    channels: 1,
    samplesPerPacket: 1024,
    before: 1024,
    length: 96_000,
    packets: 95,
    apart: [],
    config: '1408'
  })
})

test('whoever decodes gets packets from a little before what is wanted, and what they give lies where it belongs', async () => {
  const { files, size } = await fixture()
  const asked: number[] = []
  // Every sample of a packet is the size of the packet.
  const source = await m4aSource(files, path, size, async ({ sizes }) => {
    asked.push(sizes.length)
    const samples = new Float32Array(sizes.length * 1024)
    sizes.forEach((length, packet) => samples.fill(length, packet * 1024, (packet + 1) * 1024))
    return [samples]
  })
  const { sizes } = await m4aTrack(new FileBytes(files, path, size))
  const [some = new Float32Array()] = await source.read(50 * 1024 + 1000, 48)
  expect({ some: [some[0], some[23], some[24]], asked }).toEqual({
    some: [sizes[51], sizes[51], sizes[52]],
    asked: [1, 95 - 51 + 3]
  })
})

test('where nobody decodes AAC it says so', async () => {
  const { files, size } = await fixture()
  await expect(m4aSource(files, path, size, async () => null)).rejects.toThrow(
    'This system cannot decode this kind of AAC, so that no waveform can be drawn of it. It may still play.'
  )
})
