import type { Files } from '../files.ts'
import { FileBytes, MalformedMedia } from '../media/file-bytes.ts'
import { type WavLayout, wavLayout } from '../media/wav-head.ts'
import type { MonoBlock, PcmSource } from './pcm-source.ts'
import { type ReadSample, sampleReader } from './wav-samples.ts'

const PIECE = 1 << 20

/**
 * The samples of a WAV file, read from where they lie.
 * @throws MalformedMedia @throws FileError
 */
export async function wavSource(files: Files, path: string, size: number): Promise<PcmSource> {
  const layout = await wavLayout(new FileBytes(files, path, size))
  const reader = sampleReader(layout)
  if (reader === undefined)
    throw new MalformedMedia('The sound in this WAV is packed in a way of which no waveform can be drawn.')
  const { sampleRate, channels, blockBytes, start, end } = layout
  const length = Math.floor((end - start) / blockBytes)
  const bytesAt = (from: number, count: number) =>
    files.readRange(path, start + from * blockBytes, count * blockBytes)
  return {
    sampleRate,
    channels,
    length,
    sparse: true,
    async *blocks(first) {
      const step = Math.max(1, Math.floor(PIECE / blockBytes))
      for (let from = first; from < length; from += step) {
        const block = monoBlock(await bytesAt(from, Math.min(step, length - from)), layout, reader)
        if (block.values.length === 0) return
        yield block
      }
    },
    async read(from, count) {
      const first = Math.max(0, from)
      const bytes = await bytesAt(first, Math.max(0, Math.min(from + count, length) - first))
      return Array.from({ length: channels }, (_, channel) => oneChannel(bytes, layout, reader, channel))
    },
    close() {}
  }
}

function monoBlock(bytes: Uint8Array, layout: WavLayout, reader: ReadSample): MonoBlock {
  const { channels, blockBytes, bitsPerSample, encoding } = layout
  const count = Math.floor(bytes.length / blockBytes)
  if (encoding === 1 && Math.ceil(bitsPerSample / 8) === 2 && bytes.byteOffset % 2 === 0 && littleEndian) {
    const values = new Int16Array(bytes.buffer, bytes.byteOffset, count * channels)
    if (channels === 1) return { values, scale: 1 / 32_768 }
    if (channels === 2) return { values: stereoMix(values, count), scale: 1 / 65_536 }
  }
  const view = viewOf(bytes)
  const width = blockBytes / channels
  const values = new Float32Array(count)
  for (let at = 0; at < count; at++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++)
      sum += reader(view, at * blockBytes + channel * width)
    values[at] = sum
  }
  return { values, scale: 1 / channels }
}

/** Not halved yet: the sum of two has one bit more than 16, which Float32 holds exactly. */
function stereoMix(values: Int16Array, count: number): Float32Array {
  const mix = new Float32Array(count)
  for (let at = 0; at < count; at++) mix[at] = values[2 * at]! + values[2 * at + 1]!
  return mix
}

function oneChannel(bytes: Uint8Array, layout: WavLayout, reader: ReadSample, channel: number): Float32Array {
  const { channels, blockBytes } = layout
  const view = viewOf(bytes)
  const offset = (channel * blockBytes) / channels
  const values = new Float32Array(Math.floor(bytes.length / blockBytes))
  for (let at = 0; at < values.length; at++) values[at] = reader(view, at * blockBytes + offset)
  return values
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
