import { formatByName, formatOf, type MediaFormat } from '../../../project/media/media-format.ts'

/** The types we serve. Anything else is sent as bytes that no element interprets. */
const types: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['apng', 'image/apng'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['bmp', 'image/bmp'],
  ['woff2', 'font/woff2'],
  ['wav', 'audio/wav'],
  ['mp3', 'audio/mpeg'],
  ['ogg', 'audio/ogg'],
  ['oga', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['flac', 'audio/flac'],
  ['m4a', 'audio/mp4'],
  ['aac', 'audio/aac'],
  ['mp4', 'video/mp4'],
  ['webm', 'video/webm']
])

const UNKNOWN = 'application/octet-stream'

export function contentType(path: string): string {
  return types.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? UNKNOWN
}

const byFormat: Readonly<Record<MediaFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  avif: 'image/avif',
  tiff: 'image/tiff',
  heic: 'image/heic',
  jxl: 'image/jxl',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  mp4: 'audio/mp4',
  aac: 'audio/aac'
}

/** Pictures and recordings count by their first bytes, whatever they are called; everything else by its name. */
export function mediaType(path: string, head: Uint8Array): string {
  const byName = contentType(path)
  const format = byName === UNKNOWN || /^(image|audio)\/(?!svg)/.test(byName) ? formatOf(head) : undefined
  return format === undefined || formatByName(path) === format ? byName : byFormat[format]
}
