import { dirname, join } from 'node:path'
import type { ImportFile } from '../../labelers/kit/format.ts'
import { ok, type Result } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'
import { readText } from '../sources/read-text.ts'

/** A file to import, decoded strictly before anything is read of it. Problems name it as it was given. */
export async function importFile(files: Files, path: string): Promise<Result<ImportFile>> {
  const read = await readText(files, path, path)
  if (!read.ok) return read
  const text = read.value
  return ok({
    path,
    lines: () => linesOf(text),
    text: async () => text,
    beside: async name => {
      if (/[/\\]/.test(name)) return undefined
      const place = join(dirname(path), name)
      if ((await files.stat(place))?.kind !== 'file') return undefined
      const beside = await readText(files, place, place)
      return beside.ok ? beside.value : undefined
    }
  })
}

async function* linesOf(text: string): AsyncGenerator<{ line: number; text: string }> {
  let line = 0
  for (let start = 0; start < text.length;) {
    // Only a line feed ends a line: U+2028 is an ordinary character.
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    line++
    yield { line, text: text.slice(start, text.charCodeAt(end - 1) === 0x0d && end > start ? end - 1 : end) }
    start = end + 1
  }
}
