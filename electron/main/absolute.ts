import { isAbsolute } from 'node:path'
import type { Problem } from '../../schemas/schema.ts'

/** The problem of a path that depends on where the app was started, or that no system can hold. */
export function notAbsolute(paths: readonly string[]): Problem | undefined {
  const wrong = paths.find(path => !isAbsolute(path) || path.includes('\0'))
  if (wrong === undefined) return undefined
  return { file: wrong, message: 'This must be a whole path, from the root of the disk.' }
}
