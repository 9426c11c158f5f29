import type { MediaInfo } from '../../schemas/item.ts'

/** Of a picture: `1600 × 1000`, pixels as displayed. Undefined: it is none, or its size is not known. */
export function sizeInWords({ width, height }: MediaInfo): string | undefined {
  return width === undefined || height === undefined ? undefined : `${width} × ${height}`
}

/** `8:42`, from an hour on `1:02:03`: the nearest whole seconds. Undefined: it is no recording, or its length is not known. */
export function lengthInWords({ duration }: MediaInfo): string | undefined {
  if (duration === undefined) return undefined
  const seconds = Math.round(duration)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** `16 kHz mono`, empty where nothing is known. */
export function soundInWords({ sampleRate, channels }: MediaInfo): string {
  const rate = sampleRate === undefined ? '' : `${Math.round(sampleRate / 100) / 10} kHz`
  const heard =
    channels === undefined ? '' : channels === 1 ? 'mono' : channels === 2 ? 'stereo' : `${channels} channels`
  return [rate, heard].filter(part => part !== '').join(' ')
}
