import { FileError } from './files.ts'

/** What the operation was for, to end the sentence with. */
export type Doing = 'read' | 'write' | 'confirm' | 'list' | 'move' | 'remove' | 'make'

const kinds: ReadonlyMap<string, FileError['kind']> = new Map([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EEXIST', 'exists'],
  ['EISDIR', 'not-a-file']
])

/** A system error as the port's error, with a sentence for the person. A `FileError` stays as it is. */
export function fileError(error: unknown, path: string, doing: Doing): FileError {
  if (error instanceof FileError) return error
  const code = codeOf(error)
  if (code === undefined) throw error
  const kind = kinds.get(code) ?? 'other'
  return new FileError(kind, path, sentence(kind, path, doing, code), code)
}

/** The system's code of an error that came from it; undefined for a bug of ours. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = (error as NodeJS.ErrnoException).code
  return typeof code === 'string' ? code : undefined
}

function sentence(kind: FileError['kind'], path: string, doing: Doing, code: string): string {
  // The new bytes are in their place by then, and nobody can say whether a power cut would leave them there.
  if (doing === 'confirm')
    return `The system could not confirm that "${path}" is on the disk (${code}). Save again.`
  const saved = doing === 'write' ? ' What was saved before is untouched.' : ''
  switch (kind) {
    case 'missing':
      return `"${path}" is not there.`
    case 'denied':
      return `This account may not ${doing} "${path}".${saved}`
    case 'full':
      return `The disk is full. "${path}" was not saved.${saved} Free some space and save again.`
    case 'read-only':
      return `The disk cannot be written to. "${path}" was not saved.${saved}`
    case 'exists':
      return `"${path}" exists already.`
    case 'not-a-file':
      return `"${path}" is not a file.`
    case 'other':
      return `The system could not ${doing} "${path}" (${code}).${saved}`
  }
}
