import { basename, extname } from 'node:path'
import { idFor } from '../../schemas/schema.ts'

/** Where the items of an imported file are kept, relative to the project. */
export function dataPath(path: string): string {
  return `data/${idFor(basename(path, extname(path)), new Set(['label']))}.jsonl`
}
