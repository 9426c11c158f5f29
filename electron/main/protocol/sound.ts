import { seeksInexactly } from '../../../project/audio/seeks-inexactly.ts'
import type { SoundReader } from '../../../project/audio/sounds.ts'
import type { Files } from '../../../project/files.ts'
import { findMedia, mediaHeaders, serveFound } from './media.ts'
import { type MediaRequest, ranged } from './ranged.ts'

/** Enough to tell which format it is, within Ogg too. */
const HEAD = 256
/** Less than a second of most recordings: a seek waits for one of these. */
const SLICE = 1 << 16

/**
 * `goldset-data://sound/<path in the project>`: a recording of the open project, so that seeking in it is exact. Formats in which
 * a player is not are served as the WAV they decode to; those that cannot be decoded, as they are.
 */
export async function serveSound(
  files: Files,
  root: string | null,
  request: MediaRequest,
  reader: () => Pick<SoundReader, 'wavSize' | 'wavBytes'>
): Promise<Response> {
  const found = await findMedia(files, root, request)
  if (found instanceof Response) return found
  const { path, stat } = found
  const head = await files.readRange(path, 0, HEAD).catch(() => new Uint8Array())
  if (!seeksInexactly(head)) return serveFound(files, found, request)
  const played = { path, size: stat.size, identity: stat.identity }
  const size = await reader()
    .wavSize(played)
    .catch(() => null)
  if (size === null) return serveFound(files, found, request)
  return ranged(request, {
    size,
    headers: { ...mediaHeaders, 'Content-Type': 'audio/wav' },
    slice: SLICE,
    read: (start, length) => reader().wavBytes(played, start, length)
  })
}
