/** What a media file is by its first bytes, whatever its name says. */
export type MediaFormat =
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'bmp'
  | 'avif'
  | 'tiff'
  | 'heic'
  | 'jxl'
  | 'wav'
  | 'mp3'
  | 'flac'
  | 'ogg'
  | 'mp4'
  | 'aac'

/** Bytes of a file that `formatOf` looks at. */
export const FORMAT_BYTES = 64

/** By the first bytes of a file; undefined for what is neither a picture nor a recording we know. */
export function formatOf(head: Uint8Array): MediaFormat | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length)
  const says = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text
  if (says('\x89PNG\r\n\x1a\n')) return 'png'
  if (says('\xff\xd8\xff')) return 'jpeg'
  if (says('GIF87a') || says('GIF89a')) return 'gif'
  if (says('RIFF') && says('WEBP', 8)) return 'webp'
  if (['RIFF', 'RF64', 'BW64'].some(name => says(name)) && says('WAVE', 8)) return 'wav'
  if (says('ftyp', 4)) return isoFormat(bytes)
  if (says('\xff\x0a') || says('\0\0\0\x0cJXL \r\n\x87\n')) return 'jxl'
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].some(mark => says(mark))) return 'tiff'
  if (says('fLaC')) return 'flac'
  if (says('OggS')) return 'ogg'
  if (says('ID3')) return 'mp3'
  if (says('BM')) return 'bmp'
  return audioFrame(bytes)
}

/** Files of the ISO base format say what they are by their brands: the first, a version, then those they also follow. */
function isoFormat(bytes: Buffer): MediaFormat {
  const end = Math.min(bytes.length, bytes.readUInt32BE(0))
  const brands = new Set([bytes.toString('latin1', 8, 12)])
  for (let at = 16; at + 4 <= end; at += 4) brands.add(bytes.toString('latin1', at, at + 4))
  if (brands.has('avif') || brands.has('avis')) return 'avif'
  return ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].some(brand => brands.has(brand))
    ? 'heic'
    : 'mp4'
}

/** Eleven set bits begin a frame of MPEG audio; layer 0 is AAC in ADTS. */
function audioFrame(bytes: Buffer): MediaFormat | undefined {
  const [first = 0, second = 0] = bytes
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined
  return (second & 0x06) === 0 ? ((second & 0xf0) === 0xf0 ? 'aac' : undefined) : 'mp3'
}

/** What each is called in a sentence. */
export const FORMAT_NAMES: Readonly<Record<MediaFormat, string>> = {
  png: 'a PNG picture',
  jpeg: 'a JPEG picture',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  bmp: 'a BMP picture',
  avif: 'an AVIF picture',
  tiff: 'a TIFF picture',
  heic: 'an HEIC picture',
  jxl: 'a JPEG XL picture',
  wav: 'a WAV recording',
  mp3: 'an MP3 recording',
  flac: 'a FLAC recording',
  ogg: 'an Ogg recording',
  mp4: 'an MP4 recording',
  aac: 'an AAC recording'
}

const byExtension: ReadonlyMap<string, MediaFormat> = new Map([
  ['png', 'png'],
  ['apng', 'png'],
  ['jpg', 'jpeg'],
  ['jpeg', 'jpeg'],
  ['gif', 'gif'],
  ['webp', 'webp'],
  ['bmp', 'bmp'],
  ['avif', 'avif'],
  ['tif', 'tiff'],
  ['tiff', 'tiff'],
  ['heic', 'heic'],
  ['heif', 'heic'],
  ['jxl', 'jxl'],
  ['wav', 'wav'],
  ['mp3', 'mp3'],
  ['flac', 'flac'],
  ['ogg', 'ogg'],
  ['oga', 'ogg'],
  ['opus', 'ogg'],
  ['m4a', 'mp4'],
  ['mp4', 'mp4'],
  ['aac', 'aac']
])

/** What the name of a file says it is. */
export function formatByName(path: string): MediaFormat | undefined {
  return byExtension.get(/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '')
}
