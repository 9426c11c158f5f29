import type { Problem } from '../schemas/schema.ts'
import type { Files } from './files.ts'

/**
 * Moves what interrupted saves left behind to `.goldset/recovered/` and says so. Only for the holder of the lock:
 * another's temp file may be a save in progress.
 */
export function sweepTemps(_files: Files, _root: string): Promise<readonly Problem[]> {
  throw new Error('not built yet')
}
