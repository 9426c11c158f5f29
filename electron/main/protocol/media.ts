import { ReadableStream } from 'node:stream/web'
import type { Files } from '../../../project/files.ts'
import { FORMAT_BYTES } from '../../../project/media/media-format.ts'
import { resolveInProject } from '../../../project/paths.ts'
import { DATA_POLICY } from '../security/csp.ts'
import { rangeOf } from './range.ts'
import { mediaType } from './types.ts'

const SLICE = 1 << 20

const headers = {
  'Content-Security-Policy': DATA_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Accept-Ranges': 'bytes'
}

/**
 * `goldset://media/<path in the project>`: a file inside the open project, or nothing. The path is decoded once, here;
 * whatever it then is, `resolveInProject` decides.
 */
export async function serveMedia(
  files: Files,
  root: string | null,
  request: { readonly url: string; readonly method: string; readonly range: string | null }
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405)
  const relative = decodedPath(request.url)
  if (root === null || relative === null) return refused(404)
  const resolved = await resolveInProject(files, root, relative)
  if (!resolved.ok) return refused(404)
  const stat = await files.stat(resolved.value).catch(() => undefined)
  if (stat?.kind !== 'file') return refused(404)
  const head = await files.readRange(resolved.value, 0, FORMAT_BYTES).catch(() => new Uint8Array())
  const type = { ...headers, 'Content-Type': mediaType(relative, head) }
  const range = rangeOf(request.range, stat.size)
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...type, 'Content-Range': `bytes */${stat.size}` } })
  const { start, end } = range ?? { start: 0, end: stat.size - 1 }
  const body =
    request.method === 'HEAD' ? null : ReadableStream.from(slices(files, resolved.value, start, end))
  return new Response(body, {
    status: range === null ? 200 : 206,
    headers: {
      ...type,
      'Content-Length': String(end - start + 1),
      ...(range === null ? {} : { 'Content-Range': `bytes ${start}-${end}/${stat.size}` })
    }
  })
}

function refused(status: 404 | 405): Response {
  return new Response(status === 404 ? 'Not found' : 'Not allowed', { status, headers })
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname.slice(1))
  } catch {
    return null
  }
}

async function* slices(files: Files, path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at <= end; at += SLICE) {
    const bytes = await files.readRange(path, at, Math.min(SLICE, end - at + 1))
    if (bytes.length === 0) return
    yield bytes
  }
}
