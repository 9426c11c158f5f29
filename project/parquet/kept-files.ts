import { createHash } from 'node:crypto'
import { idFor } from '../../schemas/schema.ts'

/**
 * Where a file of a row goes, below the folder of the data: by what it holds, so that the same file is kept once and an
 * item that has it gets the same id wherever it comes from. A file manager shows no more than a part of them at once.
 */
export function keptName(column: string, bytes: Uint8Array, extension: string): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return `${idFor(column, new Set())}/${digest.slice(0, 2)}/${digest}.${extension}`
}
