import { FileError } from '../files.ts'
import { MalformedMedia } from '../media/file-bytes.ts'
import { mixed, type PcmSource } from './pcm-source.ts'

/** Samples that a decoder gave. `at` is the place of the first in the recording; before 0 they are not part of it. */
export interface DecodedBlock {
  readonly at: number
  readonly channels: readonly Float32Array[]
}

/** What a format knows of a recording, and how it decodes from a place on. */
export interface Decoding {
  readonly sampleRate: number
  readonly channels: number
  readonly length: number
  /** Blocks in order, right from `sample` on: some may lie before it. */
  readonly from: (sample: number) => AsyncGenerator<DecodedBlock>
}

/** What is given for a place that cannot be decoded. */
const SILENCE = new Float32Array(1 << 16)

/** At most so many samples are held that were decoded and not asked for. */
type Tap = {
  readonly blocks: AsyncGenerator<DecodedBlock>
  /** The samples before this one are given. */
  at: number
  left: DecodedBlock | undefined
}

/**
 * A recording that is decoded as it is asked for. Who reads on from where they stopped, as playing does, goes on with the
 * same decoder; what could not be decoded is silent and keeps its length.
 */
export function decodedSource({ sampleRate, channels, length, from: decode }: Decoding): PcmSource {
  const from = (sample: number) => guarded(decode(sample))
  let tap: Tap | undefined
  let reading: Promise<unknown> = Promise.resolve()
  const letGo = async () => {
    const old = tap
    tap = undefined
    await old?.blocks.return(undefined)
  }

  async function read(first: number, count: number): Promise<readonly Float32Array[]> {
    const begin = Math.max(0, first)
    const end = Math.min(length, first + count)
    const into = Array.from({ length: channels }, () => new Float32Array(Math.max(0, end - begin)))
    if (end <= begin) return into
    if (tap?.at !== begin) {
      await letGo()
      tap = { blocks: from(begin), at: begin, left: undefined }
    }
    const held = tap
    try {
      for (;;) {
        const block = held.left ?? (await nextOf(held.blocks))
        held.left = block
        if (block === undefined) break
        copy(block, begin, into)
        if (block.at + lengthOf(block) > end) break
        held.left = undefined
        if (block.at + lengthOf(block) === end) break
      }
    } catch (error) {
      await letGo()
      throw error
    }
    held.at = end
    return into
  }

  return {
    sampleRate,
    channels,
    length,
    sparse: false,
    async *blocks(first) {
      let at = first
      for await (const block of from(first)) {
        const skip = at - block.at
        for (let gap = -skip; gap > 0; gap -= SILENCE.length)
          yield { values: SILENCE.subarray(0, gap), scale: 1 }
        const values = mixed(block.channels).subarray(Math.max(0, skip))
        if (values.length > 0) yield { values, scale: 1 }
        at = Math.max(at, block.at + lengthOf(block))
        if (at >= length) return
      }
    },
    read(first, count) {
      const answer = reading.then(() => read(first, count))
      reading = answer.catch(() => undefined)
      return answer
    },
    close() {
      reading = reading.then(letGo)
    }
  }
}

/** A decoder that falls over damaged data says so in its own words. */
async function* guarded(blocks: AsyncGenerator<DecodedBlock>): AsyncGenerator<DecodedBlock> {
  try {
    yield* blocks
  } catch (error) {
    if (error instanceof FileError || error instanceof MalformedMedia) throw error
    throw new MalformedMedia('The sound in this file is damaged and cannot be decoded.')
  }
}

const lengthOf = ({ channels }: DecodedBlock) => channels[0]?.length ?? 0

async function nextOf(blocks: AsyncGenerator<DecodedBlock>): Promise<DecodedBlock | undefined> {
  const next = await blocks.next()
  return next.done === true ? undefined : next.value
}

function copy(block: DecodedBlock, begin: number, into: readonly Float32Array[]): void {
  into.forEach((target, channel) => {
    const source = block.channels[channel] ?? block.channels[0]
    if (source === undefined) return
    const skip = Math.max(0, begin - block.at)
    const to = block.at + skip - begin
    const some = source.subarray(skip, skip + target.length - to)
    if (to < target.length && some.length > 0) target.set(some, to)
  })
}
