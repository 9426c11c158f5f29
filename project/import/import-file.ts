import { basename, dirname, join } from 'node:path'
import type { ImportFile } from '../../labelers/kit/format.ts'
import { MANIFEST_FILE } from '../../schemas/export-manifest.ts'
import { failed, ok, type Result } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'
import { readText } from '../sources/read-text.ts'
import { walkFiles } from '../sources/text-files.ts'

/** A file or a folder to import. A file is decoded strictly before anything is read of it. Problems name it as it was given. */
export async function importFile(files: Files, path: string): Promise<Result<ImportFile>> {
  if ((await files.stat(path).catch(() => undefined))?.kind === 'folder')
    return ok({ ...fileOf(path, ''), isFolder: true, ...around(files, path) })
  const read = await readText(files, path, path)
  return read.ok ? ok({ ...fileOf(path, read.value), ...around(files, dirname(path)) }) : read
}

function fileOf(path: string, text: string): ImportFile {
  return { path, lines: () => linesOf(text), text: async () => text }
}

function around(files: Files, folder: string): Required<Pick<ImportFile, 'beside' | 'below'>> {
  return {
    beside: async name => {
      if (/[/\\]/.test(name)) return undefined
      const place = join(folder, name)
      if ((await files.stat(place))?.kind !== 'file') return undefined
      const beside = await readText(files, place, place)
      return beside.ok ? beside.value : undefined
    },
    async *below(extension) {
      const ending = `.${extension}`.toLowerCase()
      const walk = await walkFiles(
        files,
        folder,
        (name, kind) =>
          kind === 'folder' || (name.toLowerCase().endsWith(ending) && basename(name) !== MANIFEST_FILE)
      )
      for (const problem of walk.problems) yield failed(problem)
      for (const each of walk.found) {
        const text = await readText(files, each.path, each.relative)
        yield text.ok ? ok({ ...fileOf(each.relative, text.value), ...around(files, folder) }) : text
      }
    }
  }
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
