import type { Files, FileStat } from '../../../project/files.ts'
import { FORMAT_BYTES } from '../../../project/media/media-format.ts'
import { resolveInProject } from '../../../project/paths.ts'
import { DATA_POLICY } from '../security/csp.ts'
import { APP_ORIGIN } from '../security/origin.ts'
import { type MediaRequest, ranged } from './ranged.ts'
import { mediaType } from './types.ts'

const SLICE = 1 << 20

export const mediaHeaders = {
  'Content-Security-Policy': DATA_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // The window reads nothing of it all the same: its policy lets it connect to its own files only, and one thread to pictures.
  'Access-Control-Allow-Origin': APP_ORIGIN,
  'Accept-Ranges': 'bytes'
}

/** A file of the open project that an address names. */
export interface FoundMedia {
  readonly relative: string
  readonly path: string
  readonly stat: FileStat
}

/**
 * `goldset-data://media/<path in the project>`: a file inside the open project, or nothing.
 */
export async function serveMedia(
  files: Files,
  root: string | null,
  request: MediaRequest
): Promise<Response> {
  const found = await findMedia(files, root, request)
  return found instanceof Response ? found : serveFound(files, found, request)
}

/** The path is decoded once, here; whatever it then is, `resolveInProject` decides. */
export async function findMedia(
  files: Files,
  root: string | null,
  request: MediaRequest
): Promise<FoundMedia | Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405)
  const relative = decodedPath(request.url)
  if (root === null || relative === null) return refused(404)
  const resolved = await resolveInProject(files, root, relative)
  if (!resolved.ok) return refused(404)
  const stat = await files.stat(resolved.value).catch(() => undefined)
  return stat?.kind === 'file' ? { relative, path: resolved.value, stat } : refused(404)
}

/** The file as it is. */
export async function serveFound(
  files: Files,
  { relative, path, stat }: FoundMedia,
  request: MediaRequest
): Promise<Response> {
  const head = await files.readRange(path, 0, FORMAT_BYTES).catch(() => new Uint8Array())
  return ranged(request, {
    size: stat.size,
    headers: { ...mediaHeaders, 'Content-Type': mediaType(relative, head) },
    slice: SLICE,
    read: (start, length) => files.readRange(path, start, length)
  })
}

function refused(status: 404 | 405): Response {
  return new Response(status === 404 ? 'Not found' : 'Not allowed', { status, headers: mediaHeaders })
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname.slice(1))
  } catch {
    return null
  }
}
