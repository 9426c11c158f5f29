/** Samples of one channel, or of all channels mixed: times `scale` they are -1 to 1. */
export interface MonoBlock {
  readonly values: Int16Array | Float32Array
  readonly scale: number
}

/** A recording as samples, whatever its format. Positions count samples of one channel from the start of the recording. */
export interface PcmSource {
  /** Hz. */
  readonly sampleRate: number
  readonly channels: number
  /** Samples of each channel. */
  readonly length: number
  /** All from a sample on in order, channels mixed, in pieces of at most a few hundred thousand samples. */
  blocks(from: number): AsyncIterable<MonoBlock>
  /** Samples of each channel from `from` on; the part that the recording has. */
  read(from: number, count: number): Promise<readonly Float32Array[]>
  /** Whether `read` of a few samples costs next to nothing, so that a preview can be made from many places. */
  readonly sparse: boolean
  close(): void
}

/** The mean of all channels. */
export function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first, ...others] = channels
  if (first === undefined || others.length === 0) return first ?? new Float32Array(0)
  const mix = first.slice()
  for (const other of others) for (let at = 0; at < mix.length; at++) mix[at]! += other[at]!
  for (let at = 0; at < mix.length; at++) mix[at]! /= channels.length
  return mix
}
