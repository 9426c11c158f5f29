import { FLACDecoder } from '@wasm-audio-decoders/flac'
import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis'
import { type OggPage as VorbisPage } from 'codec-parser'
import { OpusDecoder } from 'opus-decoder'
import { MalformedMedia } from '../media/file-bytes.ts'

/** Decodes the packets of one stream in order. */
export interface PacketDecoder {
  decode(packets: Uint8Array[]): Promise<readonly Float32Array[]>
  free(): void
}

/** What the first packet of a stream in Ogg says. */
export interface OggCodec {
  readonly sampleRate: number
  readonly channels: number
  /** Packets before the sound, this one included. */
  readonly headers: number
  /** Samples that are decoded and are not part of the recording. */
  readonly before: number
  /** Samples that a decoder must have read before what it gives is right. */
  readonly warmUp: number
  start(headers: readonly Uint8Array[]): Promise<PacketDecoder>
}

/** @throws MalformedMedia for a stream that is no sound we know. */
export function oggCodec(packet: Buffer): OggCodec {
  const says = (text: string) => packet.toString('latin1', 0, text.length) === text
  if (says('OpusHead') && packet.length >= 19) return opus(packet)
  if (says('\x01vorbis') && packet.length >= 16) return vorbis(packet)
  // The mapping has 9 bytes, then `fLaC` and the block that every FLAC begins with.
  if (says('\x7fFLAC') && packet.length >= 35) return flac(packet)
  throw new MalformedMedia('This Ogg file holds neither Opus nor Vorbis nor FLAC.')
}

/** RFC 7845, sections 4 and 5.1. */
function opus(head: Buffer): OggCodec {
  const channels = head[9]!
  const mapped = head[18] !== 0 && head.length >= 21 + channels
  if (channels > 2 && !mapped) throw new MalformedMedia('This Opus file does not say where its channels are.')
  const options = mapped
    ? {
        streamCount: head[19]!,
        coupledStreamCount: head[20]!,
        channelMappingTable: [...head.subarray(21, 21 + channels)]
      }
    : {}
  return {
    sampleRate: 48_000,
    channels,
    headers: 2,
    before: head.readUInt16LE(10),
    warmUp: 3840,
    async start() {
      const decoder = new OpusDecoder({ channels, ...options })
      await decoder.ready
      return {
        async decode(packets) {
          return decoder.decodeFrames(packets).channelData
        },
        free: () => decoder.free()
      }
    }
  }
}

/** Vorbis I, section 4.2. */
function vorbis(head: Buffer): OggCodec {
  return {
    sampleRate: head.readUInt32LE(12),
    channels: head[11]!,
    headers: 3,
    before: 0,
    warmUp: 8192,
    async start([identification = new Uint8Array(), , setup = new Uint8Array()]) {
      const decoder = new OggVorbisDecoder()
      await decoder.ready
      const page = (data: Uint8Array, packets: readonly Uint8Array[]) =>
        ({
          data,
          codecFrames: packets.map(packet => ({ data: packet, header: { vorbisSetup: setup } }))
        }) as unknown as VorbisPage
      await decoder.decodeOggPages([page(identification, [])])
      return {
        async decode(packets) {
          return (await decoder.decodeOggPages([page(new Uint8Array(1), packets)])).channelData
        },
        free: () => decoder.free()
      }
    }
  }
}

function flac(head: Buffer): OggCodec {
  const bits = head.readUInt32BE(27)
  return {
    sampleRate: bits >>> 12,
    channels: ((bits >>> 9) & 7) + 1,
    headers: 1 + head.readUInt16BE(7),
    before: 0,
    warmUp: 0,
    async start() {
      const decoder = new FLACDecoder()
      await decoder.ready
      return {
        async decode(packets) {
          return (await decoder.decodeFrames(packets)).channelData
        },
        free: () => decoder.free()
      }
    }
  }
}
