import { createHash } from 'node:crypto'
import type { Item } from '../schemas/item.ts'
import type { LabelFile } from '../schemas/label-file.ts'
import type { Problem } from '../schemas/schema.ts'

/** `sha256:` and 64 hex digits over the fields as JSON with sorted keys: the same whatever the source's order. */
export function fingerprintOf(fields: Readonly<Record<string, string>>): string {
  return `sha256:${sha256(canonical(fields))}`
}

/**
 * Says that the content under this id is not what was labelled; undefined when it is, and where a file of the item
 * cannot be read, which is a problem of its own.
 */
export function fingerprintProblem(item: Item, label: LabelFile): Problem | undefined {
  if (item.fingerprint === label.item.fingerprint) return undefined
  if (Object.values(item.media ?? {}).some(info => info.bytes === undefined)) return undefined
  return {
    file: item.source,
    path: '/item/fingerprint',
    message: `The content of "${item.id}" has changed since it was labelled. Check its answers.`
  }
}

/** JSON with keys sorted by code unit, at every depth: equal values give equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part
  )
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
