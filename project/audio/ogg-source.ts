import type { Files } from '../files.ts'
import { MalformedMedia } from '../media/file-bytes.ts'
import { type DecodedBlock, decodedSource } from './decoded-source.ts'
import { FileWindow } from './file-window.ts'
import { type OggCodec, oggCodec } from './ogg-codecs.ts'
import { OggPackets, oggPages } from './ogg-pages.ts'
import type { PcmSource } from './pcm-source.ts'

/** Headers of a stream are comments and tables, seldom more than a picture. */
const MOST_HEADER_PAGES = 1000
const FLAC_HEADERS_UNKNOWN = 1
/** Samples: 255 packets of FLAC, the longest there are. */
const LONGEST_PAGE = 255 * 65_535

interface OggIndex {
  readonly stream: number
  readonly codec: OggCodec
  readonly headers: readonly Uint8Array[]
  /** Where the pages with sound begin, and where in the recording each of them ends. */
  readonly places: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Opus, Vorbis and FLAC in Ogg. The places of all pages are read first: they say where in the recording they end.
 * @throws MalformedMedia @throws FileError
 */
export async function oggSource(files: Files, path: string, size: number): Promise<PcmSource> {
  const index = await readIndex(new FileWindow(files, path, size))
  const { codec, ends } = index
  const length = Math.max(0, (ends.at(-1) ?? 0) - codec.before)
  if (length === 0) throw new MalformedMedia('This recording holds no sound.')
  return decodedSource({
    sampleRate: codec.sampleRate,
    channels: codec.channels,
    length,
    from: sample => decoded(new FileWindow(files, path, size, 1 << 16), index, sample)
  })
}

async function readIndex(file: FileWindow): Promise<OggIndex> {
  const stream = (await file.at(0, 27)).readUInt32LE(14)
  const packets = new OggPackets()
  const headers: Uint8Array[] = []
  const places: number[] = []
  const ends: number[] = []
  let codec: OggCodec | undefined
  let headerPages = 0
  // Cut out of a longer stream, it goes on counting from there.
  let start: number | undefined
  for await (const page of oggPages(file, 0, stream)) {
    if (codec !== undefined && isSound(codec, headers)) {
      places.push(page.place)
      start ??= (page.position ?? 0) > LONGEST_PAGE ? (page.position ?? 0) : 0
      ends.push(endOf(page.position, ends.at(-1) ?? 0, start))
      if (page.last) break
      continue
    }
    if (++headerPages > MOST_HEADER_PAGES) break
    const bytes = await file.at(page.place, page.end - page.place)
    headers.push(...packets.of(bytes, page))
    if (codec === undefined && headers[0] !== undefined) codec = oggCodec(Buffer.from(headers[0]))
  }
  if (codec === undefined) throw new MalformedMedia('This file is cut off: it ends before its content does.')
  return { stream, codec, headers, places, ends }
}

/** Where a page ends, as far as what it says can be: damaged, it ends where the one before does, and costs its own sound. */
function endOf(position: number | undefined, before: number, start: number): number {
  const end = (position ?? -1) - start
  return end >= before && end <= before + LONGEST_PAGE ? end : before
}

/** FLAC may not know how many headers it has: then the last says so. */
function isSound({ headers: expected }: OggCodec, headers: readonly Uint8Array[]): boolean {
  if (expected > FLAC_HEADERS_UNKNOWN) return headers.length >= expected
  return headers.length > 1 && ((headers.at(-1)?.[0] ?? 0) & 0x80) !== 0
}

async function* decoded(file: FileWindow, index: OggIndex, sample: number): AsyncGenerator<DecodedBlock> {
  const { codec, headers, places, ends, stream } = index
  const first = firstPage(ends, sample + codec.before - codec.warmUp)
  const decoder = await codec.start(headers)
  const packets = new OggPackets()
  let number = first
  let end = (ends[first - 1] ?? 0) - codec.before
  try {
    for await (const page of oggPages(file, places[first] ?? file.size, stream)) {
      const bytes = await file.at(page.place, page.end - page.place)
      const channels = await decoder.decode(packets.of(bytes, page))
      const count = channels[0]?.length ?? 0
      const isLast = number >= places.length - 1
      const pageEnd = (ends[number] ?? 0) - codec.before
      // A page says where it ends. The last says where the recording does, which may be before its samples do.
      const at = isLast && number > first ? end : pageEnd - count
      if (count > 0) yield { at, channels }
      if (isLast) return
      end = pageEnd
      number++
    }
  } finally {
    decoder.free()
  }
}

/** The last page that lies wholly before a sample, or the first of all. */
function firstPage(ends: readonly number[], sample: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? Infinity) < sample) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
