import type { MediaInfo } from '../../schemas/item.ts'

/** A few words about a file for a list: `640 × 480, 23 kB`, `1:05.3, 16 kHz, 2 channels, 4.2 MB`. */
export function mediaWords(info: MediaInfo): string {
  const { bytes, width, height, duration, sampleRate, channels } = info
  return [
    width === undefined || height === undefined ? undefined : `${width} × ${height}`,
    duration === undefined ? undefined : clock(duration),
    sampleRate === undefined ? undefined : `${sampleRate / 1000} kHz`,
    channels === undefined
      ? undefined
      : channels === 1
        ? 'mono'
        : channels === 2
          ? 'stereo'
          : `${channels} channels`,
    bytes === undefined ? undefined : sizeWords(bytes)
  ]
    .filter(word => word !== undefined)
    .join(', ')
}

/** Minutes, seconds and tenths. */
function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10)
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, '0')
  return `${Math.floor(tenths / 600)}:${rest}`
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const units = ['kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${units[power - 1]}`
}
