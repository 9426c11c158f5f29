import { join } from 'node:path'
import { MANIFEST_FILE } from '../../schemas/export-manifest.ts'
import { PROJECT_FILE } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { FileError, type Files } from '../files.ts'

export interface FoundFile {
  readonly path: string
  /** Below the folder that was walked, POSIX, as the disk spells it. */
  readonly relative: string
}

/** A folder below the first that holds one of these is a project of its own, or what one exported. */
const notData: ReadonlySet<string> = new Set([PROJECT_FILE, MANIFEST_FILE])

const natural = new Intl.Collator('en', { numeric: true })

/** `a2` before `a10`; the same order on every machine. */
function inNaturalOrder(a: string, b: string): number {
  return natural.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/**
 * Every file below a folder that `wanted` admits, in natural order, folders in their place among files. Hidden names
 * are skipped, and so are other projects and exports, which are no data of this one; links are not followed, because
 * they could lead out, and are listed as problems.
 */
export async function walkFiles(
  files: Files,
  folder: string,
  wanted: (relative: string, kind: 'file' | 'folder') => boolean
): Promise<{ readonly found: readonly FoundFile[]; readonly problems: readonly Problem[] }> {
  const found: FoundFile[] = []
  const problems: Problem[] = []
  const walk = async (path: string, prefix: string): Promise<void> => {
    const entries = [...(await listed(path, prefix))].sort((a, b) => inNaturalOrder(a.name, b.name))
    if (prefix !== '' && entries.some(({ name }) => notData.has(name))) return
    for (const { name, kind } of entries) {
      const relative = prefix + name
      if (name.startsWith('.')) continue
      if (kind === 'link')
        problems.push({ file: relative, message: 'This is a link. Links are not followed.' })
      else if (kind === 'folder' && wanted(relative, kind)) await walk(join(path, name), `${relative}/`)
      else if (kind === 'file' && wanted(relative, kind)) found.push({ path: join(path, name), relative })
    }
  }
  const listed = async (path: string, prefix: string) => {
    try {
      return await files.list(path)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      problems.push({ file: prefix === '' ? '.' : prefix.slice(0, -1), message: error.message })
      return []
    }
  }
  await walk(folder, '')
  return { found, problems }
}

/** Folders of a project that hold no data, when the project folder itself is the source. */
export const isOwnFolder = (relative: string) => relative === 'labels'
