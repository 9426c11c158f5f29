export interface WavParts {
  readonly sampleRate?: number
  readonly channels?: number
  readonly bits?: number
  readonly tag?: number
  /** What the chunk of the samples says of its size; absent the truth. */
  readonly says?: number
  /** Chunks between the format and the samples. */
  readonly between?: Uint8Array
  readonly riff?: 'RIFF' | 'RF64'
}

/** A WAV file of so many bytes of silence. */
export function wav(bytes: number, parts: WavParts = {}): Uint8Array {
  const { sampleRate = 8000, channels = 1, bits = 16, tag = 1, says = bytes, riff = 'RIFF' } = parts
  const format = Buffer.alloc(16)
  format.writeUInt16LE(tag, 0)
  format.writeUInt16LE(channels, 2)
  format.writeUInt32LE(sampleRate, 4)
  format.writeUInt32LE((sampleRate * channels * Math.ceil(bits / 8)) >>> 0, 8)
  format.writeUInt16LE((channels * Math.ceil(bits / 8)) & 0xffff, 12)
  format.writeUInt16LE(bits, 14)
  const samples = Buffer.concat([chunkHead('data', says), Buffer.alloc(bytes)])
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', format),
    parts.between ?? Buffer.alloc(0),
    samples
  ])
  return Buffer.concat([chunkHead(riff, body.length), body])
}

/** A chunk of a RIFF file. */
export function chunk(type: string, body: Uint8Array): Uint8Array {
  return Buffer.concat([chunkHead(type, body.length), body, Buffer.alloc(body.length % 2)])
}

function chunkHead(type: string, size: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(size, 4)
  return head
}
