import type { Files } from './files.ts'

export type Lock =
  | { readonly kind: 'held'; release(): Promise<void> }
  /** Someone else has the project, or the folder cannot be written: the sentence says which. */
  | { readonly kind: 'busy'; readonly sentence: string }

/** Takes the project for writing. A lock left by a crash on this machine is taken over at once. */
export function takeLock(_files: Files, _root: string): Promise<Lock> {
  throw new Error('not built yet')
}
