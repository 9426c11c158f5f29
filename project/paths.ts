import { join, sep } from 'node:path'
import { failed, ok, type Result } from '../schemas/schema.ts'
import { FileError, type Files } from './files.ts'

/**
 * The absolute, link-free path of a file or folder inside the project. `relative` is POSIX (`.` is the project itself)
 * and comes from strangers: whatever leaves the project, or could be read as leaving it on any system, fails.
 */
export async function resolveInProject(
  files: Files,
  root: string,
  relative: string
): Promise<Result<string>> {
  const no = (message: string) => failed({ file: relative, message })
  const segments = relative === '.' ? [] : relative.split('/')
  for (const segment of segments) {
    const reason = segmentProblem(segment)
    if (reason !== undefined) return no(reason)
  }
  try {
    const realRoot = await files.realPath(root)
    const real = await files.realPath(join(realRoot, ...segments))
    if (!isInside(realRoot, real))
      return no('This is a link that leads out of the project folder, and is not followed.')
    const kind = (await files.stat(real))?.kind
    if (kind === undefined) return no('There is no such file in the project folder.')
    if (kind === 'other') return no('This is neither a file nor a folder.')
    return ok(real)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return no(error.kind === 'missing' ? 'There is no such file in the project folder.' : error.message)
  }
}

/** Whether an absolute, link-free path is the folder or in it. Knows that `/a/b-secret` is not in `/a/b`. */
export function isInside(realFolder: string, realPath: string): boolean {
  const prefix = realFolder.endsWith(sep) ? realFolder : realFolder + sep
  return realPath === realFolder || realPath.startsWith(prefix)
}

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i

/** Why a name may not be part of a path in a project: it must mean the same on every system the folder may travel to. */
function segmentProblem(segment: string): string | undefined {
  if (segment === '') return 'This path must be relative to the project folder, without empty parts.'
  // Looks like `..` after compatibility folding: a full-width dot or a one-dot leader is never an honest name.
  if (/^[. ]+$/.test(segment.normalize('NFKC')))
    return 'This path may not hold "." or "..": it must stay in the project folder.'
  if (/[\0-\x1f\x7f]/.test(segment)) return 'This path holds a control character.'
  if (segment.includes('\\')) return 'This path holds a backslash. Write / between folders.'
  if (segment.includes(':')) return 'This path holds a colon, which means a drive on Windows.'
  if (/[. ]$/.test(segment)) return 'A name in this path ends with a dot or a space, which Windows drops.'
  if (reserved.test(segment)) return 'A name in this path is reserved on Windows.'
  return undefined
}
