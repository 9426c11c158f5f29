import { FileError, type Files } from '../files.ts'
import { FileBytes, MalformedMedia } from '../media/file-bytes.ts'
import { FORMAT_BYTES, FORMAT_NAMES, formatOf } from '../media/media-format.ts'
import { mediaInfo } from '../media/media-info.ts'
import { type WavLayout, wavLayout } from '../media/wav-head.ts'
import type { CopiedBytes } from './copied-bytes.ts'

/** Sample after sample, as they are: PCM, floating point, A-law and µ-law. */
const uncompressed = new Set([1, 3, 6, 7])
const PCM = 1

/** Why no pieces can be cut out of a file, in a sentence; undefined when they can. `path` is absolute. */
export async function cutProblem(files: Files, path: string): Promise<string | undefined> {
  const { problem } = await mediaInfo(files, path, 'audio')
  if (problem !== undefined) return problem
  try {
    await layoutOf(files, path)
    return undefined
  } catch (error) {
    if (error instanceof FileError || error instanceof MalformedMedia) return error.message
    throw error
  }
}

/** @throws MalformedMedia when it is no WAV of plain samples. @throws FileError */
async function layoutOf(files: Files, path: string): Promise<WavLayout> {
  const size = (await files.stat(path))?.size ?? 0
  const bytes = new FileBytes(files, path, size)
  const format = formatOf(await bytes.upTo(0, FORMAT_BYTES))
  if (format !== 'wav')
    throw new MalformedMedia(
      `Only WAV can be cut, and this is ${format === undefined ? 'something else' : FORMAT_NAMES[format]}.`
    )
  const layout = await wavLayout(bytes)
  if (!uncompressed.has(layout.encoding))
    throw new MalformedMedia('The samples of this WAV are compressed, and only plain ones can be cut.')
  return layout
}

/** Bytes read at a time. */
const PIECE = 1024 * 1024

/**
 * The samples between two times as a WAV file of the same kind of samples, each edge the sample nearest to it; never
 * none, never beyond the recording.
 * @throws MalformedMedia when it cannot be cut. @throws FileError
 */
export async function pieceOfWav(
  files: Files,
  path: string,
  { from, to }: { readonly from: number; readonly to: number }
): Promise<CopiedBytes> {
  const layout = await layoutOf(files, path)
  const { sampleRate, blockBytes, start, end } = layout
  const frames = Math.floor((end - start) / blockBytes)
  const first = Math.max(0, Math.min(Math.round(from * sampleRate), frames - 1))
  const last = Math.max(first + 1, Math.min(Math.round(to * sampleRate), frames))
  const length = (last - first) * blockBytes
  if (frames < 1 || length > 0xffff_ff00)
    throw new MalformedMedia('This piece is longer than a WAV file can be.')
  const head = headOf(layout, last - first, length)
  const padding = new Uint8Array(length % 2)
  return {
    size: head.length + length + padding.length,
    async *stream() {
      yield head
      const until = start + last * blockBytes
      for (let at = start + first * blockBytes; at < until;) {
        const bytes = await files.readRange(path, at, Math.min(PIECE, until - at))
        if (bytes.length === 0) throw new FileError('other', path, 'The file got shorter while it was read.')
        yield bytes
        at += bytes.length
      }
      if (padding.length > 0) yield padding
    }
  }
}

/** `fmt ` and, for all that is not PCM, how many samples there are, as Microsoft's "New Multimedia Data Types" asks. */
function headOf(layout: WavLayout, frames: number, length: number): Buffer {
  const { encoding, channels, sampleRate, blockBytes, bitsPerSample } = layout
  const plain = encoding === PCM
  const format = Buffer.alloc(plain ? 16 : 18)
  format.writeUInt16LE(encoding, 0)
  format.writeUInt16LE(channels, 2)
  format.writeUInt32LE(sampleRate, 4)
  format.writeUInt32LE((sampleRate * blockBytes) >>> 0, 8)
  format.writeUInt16LE(blockBytes, 12)
  format.writeUInt16LE(bitsPerSample, 14)
  const facts = Buffer.alloc(4)
  facts.writeUInt32LE(frames)
  const chunks = [chunk('fmt ', format), ...(plain ? [] : [chunk('fact', facts)]), headed('data', length)]
  const body = Buffer.concat([Buffer.from('WAVE'), ...chunks])
  return Buffer.concat([headed('RIFF', body.length + length + (length % 2)), body])
}

const chunk = (type: string, body: Buffer) => Buffer.concat([headed(type, body.length), body])

function headed(type: string, size: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(size, 4)
  return head
}
