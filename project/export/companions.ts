import { join } from 'node:path'
import { MANIFEST_FILE } from '../../schemas/export-manifest.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'

/**
 * A `README.md` that no export made belongs to somebody: says which one is in the way. Those an earlier export into
 * this folder lists in its manifest are ours.
 */
export async function foreignCompanion(
  files: Files,
  folder: string,
  companions: ReadonlyMap<string, string>
): Promise<Problem | undefined> {
  if (companions.size === 0) return undefined
  const earlier = await earlierFiles(files, folder)
  for (const [path, text] of companions) {
    const place = join(folder, ...path.split('/'))
    if (earlier.has(path) || (await files.stat(place)) === undefined) continue
    if (Buffer.from(await files.read(place)).equals(Buffer.from(text))) continue
    return { file: place, message: `This ${path} was not made by an export. Export to a folder of its own.` }
  }
  return undefined
}

async function earlierFiles(files: Files, folder: string): Promise<ReadonlySet<string>> {
  const place = join(folder, MANIFEST_FILE)
  if ((await files.stat(place)) === undefined) return new Set()
  try {
    const manifest = JSON.parse(Buffer.from(await files.read(place)).toString('utf8')) as {
      readonly files: readonly { readonly path: unknown }[]
    }
    return new Set(manifest.files.map(file => String(file.path)))
  } catch {
    // Not a manifest of ours, so nothing here is known to be ours.
    return new Set()
  }
}
