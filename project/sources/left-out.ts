import { extname } from 'node:path'
import type { Problem } from '../../schemas/schema.ts'
import type { FoundFile } from './text-files.ts'

export const unknownFormat =
  'Goldset reads .txt, .csv, .tsv, .json and .jsonl files, pictures and recordings; this is none of them.'
export const unshown =
  'This was left out: pictures of this kind cannot be shown. Convert them to PNG or JPEG.'

/** Above this a list of names says less than a number. */
const NAMED = 20

/** The same sentence about every file, or once about each kind of file where they are many. */
export function leftOut(files: readonly FoundFile[], message: string): readonly Problem[] {
  if (files.length <= NAMED) return files.map(({ relative }) => ({ file: relative, message }))
  const counts = new Map<string, number>()
  for (const { relative } of files) {
    const kind = extname(relative).toLowerCase()
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => ({
    file: `*${kind}`,
    message: `${message} There are ${count.toLocaleString('en')} such files.`
  }))
}
