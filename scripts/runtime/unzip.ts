import { createWriteStream } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'

/** Unpacks `file` into `folder`, each entry under the name `keptAs` gives it; undefined leaves it out. Keeps the executable bit. */
export async function unzip(
  file: string,
  folder: string,
  keptAs: (entry: string) => string | undefined = name => name
): Promise<void> {
  const zip = await openPromise(file, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const name = keptAs(entry.fileName)
    if (name === undefined) continue
    const target = path.join(folder, name)
    if (name.endsWith('/')) {
      await mkdir(target, { recursive: true })
      continue
    }
    await mkdir(path.dirname(target), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target))
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    if (mode & 0o111) await chmod(target, 0o755)
  }
}
