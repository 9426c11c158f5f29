import type { Problem } from '../schemas/schema.ts'
import type { Files } from './files.ts'

/** Reads and validates every file of a project. Writes nothing, moves nothing. Empty: all is well. */
export async function checkProject(_files: Files, _root: string): Promise<readonly Problem[]> {
  throw new Error('not built yet')
}
