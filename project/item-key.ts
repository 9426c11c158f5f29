import { createHash } from 'node:crypto'

/**
 * Where an item's label files are: `labels/<annotator>/<shard>/<name>.json`.
 * Made of `[a-z0-9_-]` whatever the id holds; the hash keeps ids apart that would look alike.
 */
export function itemKey(id: string): { shard: string; name: string } {
  const hash = createHash('sha256').update(id, 'utf8').digest('hex').slice(0, 16)
  const words = id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return { shard: hash.slice(0, 2), name: words === '' ? hash : `${words}-${hash}` }
}
