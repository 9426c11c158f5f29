import { BinMaker, type Bins, BINS_PER_SECOND, type BinsPart } from './bins.ts'
import type { PcmSource } from './pcm-source.ts'

/** Five minutes: what is decoded in one go. */
const PART = 300 * BINS_PER_SECOND

/** Makes the bins `from` to `to` of a recording somewhere else, as on another thread. */
export type ReadElsewhere = (from: number, to: number) => Promise<BinsPart>

interface Reading {
  readonly source: PcmSource
  readonly bins: Bins
  readonly signal: AbortSignal
  /** Called now and then when there is more. */
  readonly heard: () => void
}

/** Makes all bins of a recording, in order as far as `elsewhere` does not make some of them at the same time. */
export async function readBins(reading: Reading, elsewhere?: ReadElsewhere): Promise<void> {
  const { bins, signal } = reading
  if (bins.whole) return
  if (elsewhere === undefined || bins.total < 2 * PART) return readPart(reading, 0, bins.total)
  const parts: [from: number, to: number][] = []
  for (let from = 0; from < bins.total; from += PART) parts.push([from, Math.min(bins.total, from + PART)])
  const here = async () => {
    for (let part = parts.shift(); part !== undefined && !signal.aborted; part = parts.shift())
      await readPart(reading, ...part)
  }
  const there = async () => {
    for (let part = parts.shift(); part !== undefined && !signal.aborted; part = parts.shift())
      try {
        bins.put(await elsewhere(...part))
        reading.heard()
      } catch {
        // The other thread is gone: what it was to do is done here.
        parts.unshift(part)
        return
      }
  }
  await Promise.all([here(), there()])
  await here()
}

/** Makes some bins, with pauses for whoever asks meanwhile. */
export async function readPart(
  { source, bins, signal, heard }: Reading,
  from: number,
  to: number
): Promise<void> {
  const maker = new BinMaker(bins, source.length, from, to)
  for await (const block of source.blocks(bins.start(from))) {
    if (signal.aborted) return
    maker.add(block)
    if (maker.ended) return
    heard()
    await new Promise(resolve => setImmediate(resolve))
  }
  maker.end()
}
