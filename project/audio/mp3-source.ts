import { MPEGDecoder } from 'mpg123-decoder'
import type { Files } from '../files.ts'
import { FileBytes } from '../media/file-bytes.ts'
import { afterTags } from '../media/mpeg-head.ts'
import { type DecodedBlock, decodedSource } from './decoded-source.ts'
import { FileWindow } from './file-window.ts'
import { flacSourceAt } from './flac-source.ts'
import { KEPT_EVERY, mp3Frames, type Mp3Frames } from './mp3-frames.ts'
import type { PcmSource } from './pcm-source.ts'

/** A frame may begin with bits that lie in frames before it: 255 bytes of them, of which the smallest hold 11 each. */
const RESERVOIR = 32
/** Little at first, for who wants little; then much at a time. */
const FIRST_PIECE = 1 << 13
const PIECE = 1 << 16

/**
 * MPEG audio, or FLAC, behind the ID3 tags it may begin with.
 * @throws MalformedMedia @throws FileError
 */
export async function mp3Source(files: Files, path: string, size: number): Promise<PcmSource> {
  const bytes = new FileBytes(files, path, size)
  const start = await afterTags(bytes)
  if ((await bytes.upTo(start, 4)).toString('latin1') === 'fLaC')
    return flacSourceAt(files, path, size, start)
  const file = new FileWindow(files, path, size)
  const index = await mp3Frames(file, start)
  const { sampleRate, channels, samplesPerFrame, frames, before, behind } = index
  return decodedSource({
    sampleRate,
    channels,
    length: Math.max(0, frames * samplesPerFrame - before - behind),
    from: sample => decoded(files, path, index, sample)
  })
}

async function* decoded(
  files: Files,
  path: string,
  { runs, samplesPerFrame, before, channels }: Mp3Frames,
  sample: number
): AsyncGenerator<DecodedBlock> {
  const wanted = Math.max(0, Math.floor((sample + before) / samplesPerFrame) - RESERVOIR)
  const decoder = new MPEGDecoder({ enableGapless: false })
  await decoder.ready
  try {
    let piece = FIRST_PIECE
    for (const run of runs) {
      if (run.first + run.count <= wanted) continue
      const kept = Math.floor(Math.max(0, wanted - run.first) / KEPT_EVERY)
      let place = run.places[kept] ?? run.end
      let at = (run.first + kept * KEPT_EVERY) * samplesPerFrame - before
      while (place < run.end) {
        const bytes = await files.readRange(path, place, Math.min(piece, run.end - place))
        if (bytes.length === 0) return
        const { channelData, samplesDecoded } = decoder.decode(bytes)
        if (samplesDecoded > 0) yield { at, channels: channelData.slice(0, channels) }
        at += samplesDecoded
        place += bytes.length
        piece = PIECE
      }
    }
  } finally {
    decoder.free()
  }
}
