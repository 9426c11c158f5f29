import type { Files } from '../files.ts'
import { FileBytes, MalformedMedia } from '../media/file-bytes.ts'
import { FORMAT_BYTES, formatOf, type MediaFormat } from '../media/media-format.ts'
import { flacSource } from './flac-source.ts'
import { type DecodeAac, m4aSource } from './m4a-source.ts'
import { mp3Source } from './mp3-source.ts'
import { oggSource } from './ogg-source.ts'
import type { PcmSource } from './pcm-source.ts'
import { wavSource } from './wav-source.ts'

type OpenSource = (files: Files, path: string, size: number, decode: DecodeAac) => Promise<PcmSource>

/** Where there is nobody who decodes AAC. */
const noAac: DecodeAac = async () => null

const sources: ReadonlyMap<MediaFormat, OpenSource> = new Map([
  ['wav', wavSource],
  ['mp3', mp3Source],
  ['flac', flacSource],
  ['ogg', oggSource],
  ['mp4', m4aSource]
])

/** A head may promise anything, and a place is kept for every hundredth of a second. */
const MOST_HOURS = 200

/**
 * The samples of a recording, by what its first bytes say it is.
 * @throws MalformedMedia @throws FileError
 */
export async function openSource(
  files: Files,
  path: string,
  size: number,
  decode: DecodeAac = noAac
): Promise<PcmSource> {
  const format = formatOf(await new FileBytes(files, path, size).upTo(0, FORMAT_BYTES))
  const open = format === undefined ? undefined : sources.get(format)
  if (open === undefined) throw new MalformedMedia('No waveform can be drawn of a recording of this kind.')
  const source = await open(files, path, size, decode)
  const hours = source.length / source.sampleRate / 3600
  if (hours <= MOST_HOURS) return source
  source.close()
  throw new MalformedMedia(
    `This recording says that it lasts for ${Math.round(hours).toLocaleString('en')} hours, which no recording does.`
  )
}
