import type { Files } from '../files.ts'
import type { DecodeAac } from './m4a-source.ts'
import { openSource } from './open-source.ts'
import type { PcmSource } from './pcm-source.ts'

const HEAD = 44
/** The sizes in a WAV have 32 bits. */
const MOST_BYTES = 0xffff_ff00
/** Recordings that are held open for playing. */
const MOST_OPEN = 3

/** A file and which version of it. */
export interface PlayedFile {
  readonly path: string
  readonly size: number
  readonly identity: string
}

/** Recordings as WAV files that are nowhere: decoded as they are asked for, so that every byte has its moment. */
export class PlayAsWav {
  readonly #files: Files
  readonly #decode: DecodeAac | undefined
  /** The one played last stands last. */
  readonly #open = new Map<string, Promise<PcmSource>>()

  constructor(files: Files, decode?: DecodeAac) {
    this.#files = files
    this.#decode = decode
  }

  /** Bytes of the whole file. Null: it would be larger than a WAV can be. @throws MalformedMedia @throws FileError */
  async size(file: PlayedFile): Promise<number | null> {
    const { channels, length } = await this.#source(file)
    const size = HEAD + length * channels * 2
    return size > MOST_BYTES ? null : size
  }

  /** `length` bytes from `start`; fewer where it ends. */
  async bytes(file: PlayedFile, start: number, length: number): Promise<Uint8Array> {
    const source = await this.#source(file)
    const block = source.channels * 2
    const from = Math.floor(Math.max(0, start - HEAD) / block)
    const to = Math.ceil(Math.max(0, start + length - HEAD) / block)
    const samples = interleaved(await source.read(from, to - from))
    if (start >= HEAD) {
      const offset = start - HEAD - from * block
      return samples.subarray(offset, offset + length)
    }
    return Buffer.concat([wavHead(source), samples]).subarray(start, start + length)
  }

  #source(file: PlayedFile): Promise<PcmSource> {
    const key = `${file.path}\n${file.identity}`
    const source = this.#open.get(key) ?? openSource(this.#files, file.path, file.size, this.#decode)
    this.#open.delete(key)
    this.#open.set(key, source)
    void source.catch(() => this.#open.delete(key))
    const [oldest] = this.#open.keys()
    if (this.#open.size > MOST_OPEN && oldest !== undefined) {
      void this.#open.get(oldest)?.then(old => old.close())
      this.#open.delete(oldest)
    }
    return source
  }
}

/** 16 bits, little-endian. */
function interleaved(channels: readonly Float32Array[]): Uint8Array {
  const length = channels[0]?.length ?? 0
  const bytes = Buffer.alloc(length * channels.length * 2)
  channels.forEach((samples, channel) => {
    for (let at = 0; at < length; at++) {
      const value = Math.max(-32_768, Math.min(32_767, Math.round(samples[at]! * 32_767)))
      bytes.writeInt16LE(value, 2 * (at * channels.length + channel))
    }
  })
  return bytes
}

function wavHead({ sampleRate, channels, length }: PcmSource): Buffer {
  const head = Buffer.alloc(HEAD)
  const bytes = length * channels * 2
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(HEAD - 8 + bytes, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(sampleRate, 24)
  head.writeUInt32LE(sampleRate * channels * 2, 28)
  head.writeUInt16LE(channels * 2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(bytes, 40)
  return head
}
