import { basename, dirname, extname } from 'node:path'

/** Parquet files that together are one table. Absolute paths, in order. */
export interface Shards {
  readonly kind: 'shards'
  readonly format: 'parquet'
  /** The first. */
  readonly path: string
  readonly files: readonly string[]
  /** What the table is called. */
  readonly name: string
}

/** Which table a file is a part of: `train` of `train-00000-of-00002.parquet`, and of `train/0000.parquet`. */
function tableOf(path: string): { readonly folder: string; readonly name: string } {
  const stem = basename(path, extname(path))
  const part = /^(.+?)-\d+-of-\d+(-[0-9a-f]{16})?$/.exec(stem)?.[1]
  if (part !== undefined) return { folder: dirname(path), name: part }
  if (/^(part-?)?\d+$/.test(stem)) return { folder: dirname(path), name: basename(dirname(path)) }
  return { folder: dirname(path), name: stem }
}

/** Each table with all its files, in the order of the paths. */
export function inShards(paths: readonly string[]): readonly (Shards & { readonly path: string })[] {
  const tables = new Map<string, { name: string; files: string[] }>()
  for (const path of paths) {
    const { folder, name } = tableOf(path)
    const key = JSON.stringify([folder, name])
    const table = tables.get(key) ?? { name, files: [] }
    table.files.push(path)
    tables.set(key, table)
  }
  return [...tables.values()].map(({ name, files }) => ({
    kind: 'shards',
    format: 'parquet',
    path: files[0] ?? '',
    files,
    name
  }))
}
