import type { Events } from '../../electron/api/contract.ts'

/**
 * Samples of each channel of AAC packets, by the decoder that Chromium has where its maker paid for it. Null where there
 * is none, or the packets are none.
 */
export async function decodeAac({
  config,
  sampleRate,
  channels,
  bytes,
  sizes
}: Omit<Events['sound.decode'], 'job'>): Promise<Float32Array[] | null> {
  if (typeof AudioDecoder === 'undefined') return null
  const settings = { codec: 'mp4a.40.2', sampleRate, numberOfChannels: channels, description: config }
  const pieces: AudioData[] = []
  try {
    if ((await AudioDecoder.isConfigSupported(settings)).supported !== true) return null
    let failed = false
    const decoder = new AudioDecoder({
      output: piece => void pieces.push(piece),
      error: () => (failed = true)
    })
    decoder.configure(settings)
    let at = 0
    sizes.forEach((size, packet) => {
      const timestamp = Math.round((packet * 1024e6) / sampleRate)
      decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp, data: bytes.subarray(at, at + size) }))
      at += size
    })
    await decoder.flush()
    decoder.close()
    // Another rate than the file says: a second stream lies in the first, and times would not be true.
    if (failed || pieces.some(piece => piece.sampleRate !== sampleRate)) return null
    return Array.from({ length: channels }, (_, channel) => joined(pieces, channel))
  } catch {
    return null
  } finally {
    for (const piece of pieces) piece.close()
  }
}

function joined(pieces: readonly AudioData[], channel: number): Float32Array {
  const samples = new Float32Array(pieces.reduce((sum, piece) => sum + piece.numberOfFrames, 0))
  let at = 0
  for (const piece of pieces) {
    const planeIndex = Math.min(channel, piece.numberOfChannels - 1)
    piece.copyTo(samples.subarray(at, at + piece.numberOfFrames), { planeIndex, format: 'f32-planar' })
    at += piece.numberOfFrames
  }
  return samples
}
