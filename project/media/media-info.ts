import type { MediaInfo } from '../../schemas/item.ts'
import { FileError, type Files } from '../files.ts'
import { adtsHead } from './adts-head.ts'
import { avifHead } from './avif-head.ts'
import { bmpHead } from './bmp-head.ts'
import { CUT_OFF, FileBytes, MalformedMedia } from './file-bytes.ts'
import { flacHead } from './flac-head.ts'
import { gifHead } from './gif-head.ts'
import { jpegHead } from './jpeg-head.ts'
import { FORMAT_BYTES, FORMAT_NAMES, formatByName, formatOf, type MediaFormat } from './media-format.ts'
import { mp4Head } from './mp4-head.ts'
import { mpegHead } from './mpeg-head.ts'
import { oggHead } from './ogg-head.ts'
import type { PictureHead } from './picture-head.ts'
import { pngHead } from './png-head.ts'
import type { SoundHead } from './sound-head.ts'
import { wavHead } from './wav-head.ts'
import { webpHead } from './webp-head.ts'

/** The kinds of fields that hold the path of a file. */
export type MediaKind = 'image' | 'audio'

/** In megapixels. Four bytes each: a picture of this size takes 400 MB to show. */
export const MOST_MEGAPIXELS = 100

/** What Chromium plays. */
const MOST_CHANNELS = 32
const SAMPLE_RATES = { least: 3000, most: 768_000 }

const pictureHeads: ReadonlyMap<MediaFormat, (bytes: FileBytes) => Promise<PictureHead>> = new Map([
  ['png', pngHead],
  ['jpeg', jpegHead],
  ['gif', gifHead],
  ['webp', webpHead],
  ['bmp', bmpHead],
  ['avif', avifHead]
])

const soundHeads: ReadonlyMap<MediaFormat, (bytes: FileBytes) => Promise<SoundHead>> = new Map([
  ['wav', wavHead],
  ['mp3', mpegHead],
  ['flac', (bytes: FileBytes) => flacHead(bytes, 0)],
  ['ogg', oggHead],
  ['mp4', mp4Head],
  ['aac', adtsHead]
])

/**
 * What a media file says of itself, from its head alone: nothing is decoded, and no more than a few pages are read
 * whatever the file claims. What must not be decoded has a `problem`.
 */
export async function mediaInfo(files: Files, path: string, kind: MediaKind): Promise<MediaInfo> {
  let bytes: number | undefined
  try {
    const stat = await files.stat(path)
    if (stat === undefined) return { problem: 'There is no such file.' }
    if (stat.kind !== 'file') return { problem: 'This is a folder, and a file was expected.' }
    bytes = stat.size
    if (bytes === 0) return { bytes, problem: 'This file is empty.' }
    return { bytes, ...(await headOf(new FileBytes(files, path, bytes), path, kind)) }
  } catch (error) {
    if (error instanceof FileError) return { problem: error.message }
    if (!(error instanceof MalformedMedia)) throw error
    return { ...(bytes === undefined ? {} : { bytes }), problem: error.message }
  }
}

async function headOf(bytes: FileBytes, path: string, kind: MediaKind): Promise<MediaInfo> {
  const format = formatOf(await bytes.upTo(0, FORMAT_BYTES))
  const named = formatByName(path)
  if (format === undefined) {
    // A file of a known name whose beginning says nothing was cut, overwritten, or never what it is called.
    if (named !== undefined && bytes.size < FORMAT_BYTES) return { problem: CUT_OFF }
    return { problem: kind === 'image' ? unknownPicture : unknownSound }
  }
  const info = await (kind === 'image' ? pictureInfo(bytes, format) : soundInfo(bytes, format))
  if (info === undefined) return { problem: unfit(format, kind) }
  const renamed =
    named === undefined || named === format
      ? undefined
      : `The name says ${FORMAT_NAMES[named]}, and this is ${FORMAT_NAMES[format]}.`
  const note = [renamed, info.note].filter(one => one !== undefined).join(' ')
  return note === '' ? info : { ...info, note }
}

/** Undefined: this is no picture. */
async function pictureInfo(bytes: FileBytes, format: MediaFormat): Promise<MediaInfo | undefined> {
  const head = await pictureHeads.get(format)?.(bytes)
  if (head === undefined) return undefined
  if (head.width < 1 || head.height < 1) return { problem: 'This picture says that it has no size.' }
  const lies = head.orientation >= 5
  const [width, height] = lies ? [head.height, head.width] : [head.width, head.height]
  if (width * height <= MOST_MEGAPIXELS * 1e6) return { width, height }
  const megapixels = Math.ceil((width * height) / 1e6).toLocaleString('en')
  return {
    width,
    height,
    problem: `This picture has ${megapixels} megapixels, and at most ${MOST_MEGAPIXELS} can be shown. Make it smaller or cut it into parts.`
  }
}

/** Undefined: this is no recording. */
async function soundInfo(bytes: FileBytes, format: MediaFormat): Promise<MediaInfo | undefined> {
  const head = await soundHeads.get(format)?.(bytes)
  if (head === undefined) return undefined
  const { sampleRate, channels } = head
  if (channels < 1 || channels > MOST_CHANNELS)
    return {
      problem: `This recording says that it has ${channels.toLocaleString('en')} channels. 1 to ${MOST_CHANNELS} can be played.`
    }
  if (sampleRate < SAMPLE_RATES.least || sampleRate > SAMPLE_RATES.most)
    return {
      problem: `This recording says that it has ${sampleRate.toLocaleString('en')} samples per second, which cannot be played.`
    }
  if (head.duration === 0) return { problem: 'This recording holds no sound.' }
  return { ...head }
}

const unknownPicture = 'This is no picture that Goldset knows: PNG, JPEG, WebP, GIF, BMP or AVIF.'
const unknownSound = 'This is no recording that Goldset knows: WAV, MP3, FLAC, Ogg, Opus, M4A or AAC.'

function unfit(format: MediaFormat, kind: MediaKind): string {
  const name = FORMAT_NAMES[format]
  const other = kind === 'image' ? soundHeads : pictureHeads
  if (other.has(format)) return `This is ${name}, not a ${kind === 'image' ? 'picture' : 'recording'}.`
  const advice = kind === 'image' ? ' Convert it to PNG or JPEG.' : ''
  return `This is ${name}, which cannot be shown.${advice}`
}
