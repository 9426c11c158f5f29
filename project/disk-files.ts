import type { Files } from './files.ts'

/** The real disk. */
export function diskFiles(): Files {
  throw new Error('not built yet')
}
