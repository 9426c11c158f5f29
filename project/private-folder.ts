import { dirname, join } from 'node:path'
import { FileError, type Files } from './files.ts'
import { isInside } from './paths.ts'

/** Derived, or private to this machine: safe to delete, and git leaves it alone. */
export const PRIVATE_FOLDER = '.goldset'

/** Makes `.goldset`, which git ignores. Rejects with `FileError` where it cannot be made or leads out of the project. */
export async function privateFolder(files: Files, root: string): Promise<string> {
  const folder = join(root, PRIVATE_FOLDER)
  const ignore = join(folder, '.gitignore')
  await files.makeFolder(folder)
  await stayInside(files, root, folder)
  if ((await files.stat(ignore)) === undefined)
    await files.create(ignore, '*\n').catch((error: unknown) => {
      // Another process was quicker: it is there, which is all we want.
      if (!(error instanceof FileError && error.kind === 'exists')) throw error
    })
  return folder
}

/**
 * Rejects with `FileError` if `path`, or the nearest folder above it that exists, is really somewhere else:
 * a stranger's project may hold links, and must not have us read or write through them.
 */
export async function stayInside(files: Files, root: string, path: string): Promise<void> {
  const realRoot = await files.realPath(root)
  for (let at = path; ; at = dirname(at)) {
    const real = await files.realPath(at).catch((error: unknown) => {
      if (error instanceof FileError && error.kind === 'missing' && at !== root) return undefined
      throw error
    })
    if (real === undefined) continue
    if (isInside(realRoot, real)) return
    throw new FileError('denied', at, `"${at}" is a link that leads out of the project, and is not followed.`)
  }
}

/** Where the generation before the current one of a file is kept. `relative` is POSIX, relative to the project. */
export function historyPath(root: string, relative: string): string {
  return join(root, PRIVATE_FOLDER, 'history', ...relative.split('/'))
}
