import type { Result } from '../schemas/schema.ts'
import type { Files } from './files.ts'

/**
 * The absolute, link-free path of a file or folder inside the project. `relative` is POSIX and comes from strangers:
 * whatever would leave the project, or could be read as leaving it, fails.
 */
export async function resolveInProject(
  _files: Files,
  _root: string,
  _relative: string
): Promise<Result<string>> {
  throw new Error('not built yet')
}
