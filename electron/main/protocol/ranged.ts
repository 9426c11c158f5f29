import { ReadableStream } from 'node:stream/web'
import { rangeOf } from './range.ts'

export interface MediaRequest {
  readonly url: string
  readonly method: string
  readonly range: string | null
}

/** Bytes that are served whole or in part. */
export interface Served {
  readonly size: number
  readonly headers: Readonly<Record<string, string>>
  /** Bytes that are read at a time. */
  readonly slice: number
  /** None: it got shorter, or cannot be read. */
  readonly read: (start: number, length: number) => Promise<Uint8Array>
}

/** The answer to a request for all or one range of it (RFC 9110, section 14). */
export function ranged(request: MediaRequest, { size, headers, slice, read }: Served): Response {
  const range = rangeOf(request.range, size)
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
  const { start, end } = range ?? { start: 0, end: size - 1 }
  async function* slices(): AsyncGenerator<Uint8Array> {
    for (let at = start; at <= end;) {
      const bytes = await read(at, Math.min(slice, end - at + 1))
      if (bytes.length === 0) return
      yield bytes
      at += bytes.length
    }
  }
  return new Response(request.method === 'HEAD' ? null : ReadableStream.from(slices()), {
    status: range === null ? 200 : 206,
    headers: {
      ...headers,
      'Accept-Ranges': 'bytes',
      'Content-Length': String(end - start + 1),
      ...(range === null ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` })
    }
  })
}
