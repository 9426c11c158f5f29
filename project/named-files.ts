import { dirname } from 'node:path'
import type { Item } from '../schemas/item.ts'
import type { Field } from '../schemas/project.ts'
import type { Problem } from '../schemas/schema.ts'
import { breather } from './breather.ts'
import type { Files } from './files.ts'
import type { ItemIndex } from './item-index.ts'
import { resolveInProject } from './paths.ts'
import type { Placing } from './placing.ts'
import { stayInside } from './private-folder.ts'
import { within } from './sources/find-sources.ts'

/** A table as a source of the project. */
export interface PlacedTable {
  readonly path: string
  /** Absolute path of what it is a copy of; absent where it is used as it lies, or was made from other files. */
  readonly from?: string
}

const own = /^(labels|\.goldset|goldset\.json|guidelines\.md|\.gitattributes)(\/|$)/i

/**
 * Sees that the pictures and recordings that rows name are in the project, under the path that the rows give: those
 * beside a table that was copied are copied too. What is not there is a problem, one for each column.
 */
export async function placeNamedFiles(
  files: Files,
  root: string,
  { fields, tables }: { readonly fields: readonly Field[]; readonly tables: readonly PlacedTable[] },
  items: ItemIndex,
  { made, problems, onProgress }: Placing
): Promise<void> {
  const media = fields.filter(({ kind }) => kind === 'image' || kind === 'audio')
  if (media.length === 0 || tables.length === 0) return
  const from = new Map(tables.map(table => [table.path, table.from && dirname(table.from)]))
  const missing = new Map<string, { count: number; first: Problem }>()
  const breathe = breather()
  let done = 0
  for await (const { item } of items.items()) {
    await breathe()
    onProgress?.({ done: done++, of: items.count })
    if (!from.has(item.source)) continue
    for (const field of media) {
      const path = item.fields[field.id] ?? ''
      const problem = await placeOne(files, root, path, from.get(item.source), made)
      if (problem !== undefined) count(missing, item, field, problem)
    }
  }
  for (const { count: all, first } of missing.values()) problems.push(all === 1 ? first : andMore(first, all))
}

/** Why it is not there, or undefined when it is. */
async function placeOne(
  files: Files,
  root: string,
  path: string,
  folder: string | undefined,
  made: string[]
): Promise<string | undefined> {
  const there = await resolveInProject(files, root, path)
  if (there.ok) return undefined
  const beside = folder === undefined ? there : await resolveInProject(files, folder, path)
  if (!beside.ok) return beside.problems[0]?.message ?? ''
  if (own.test(path)) return 'This is the name of a file of the project itself.'
  const target = within(root, path)
  await stayInside(files, root, dirname(target))
  await files.copy(beside.value, target)
  made.push(target)
  return undefined
}

function count(
  missing: Map<string, { count: number; first: Problem }>,
  item: Item,
  field: Field,
  message: string
): void {
  const key = JSON.stringify([item.source, field.id])
  const known = missing.get(key)
  if (known !== undefined) known.count++
  else {
    const named = `"${field.name ?? field.id}" of "${item.id}" is "${item.fields[field.id] ?? ''}"`
    missing.set(key, { count: 1, first: { file: item.source, message: `${named}: ${message}` } })
  }
}

const andMore = (first: Problem, all: number): Problem => ({
  ...first,
  message: `${first.message} The same is so of ${(all - 1).toLocaleString('en')} more.`
})
