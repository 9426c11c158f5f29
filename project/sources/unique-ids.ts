import type { Item } from '../../schemas/item.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { ItemDraft } from './row-items.ts'

/**
 * Gives every item an id of its own: the second of one id gets `~2`, the third `~3`. An id that is written in the data
 * is never taken from its first owner. Written ids that repeat are reported; repeated content is not a fault.
 */
export function uniqueIds(drafts: readonly ItemDraft[]): {
  readonly items: readonly Item[]
  readonly problems: readonly Problem[]
} {
  const written = new Set(drafts.filter(draft => draft.literalId).map(draft => draft.item.id))
  const taken = new Set<string>()
  const nextOf = new Map<string, number>()
  const problems: Problem[] = []
  const items = drafts.map(({ item, literalId, line }) => {
    if (!taken.has(item.id) && (literalId || !written.has(item.id))) {
      taken.add(item.id)
      return item
    }
    let n = nextOf.get(item.id) ?? 2
    while (taken.has(`${item.id}~${n}`) || written.has(`${item.id}~${n}`)) n++
    nextOf.set(item.id, n + 1)
    const id = `${item.id}~${n}`
    taken.add(id)
    if (literalId) {
      const message = `The id "${item.id}" is there already. This item is called "${id}".`
      problems.push({ file: item.source, ...(line === undefined ? {} : { line }), message })
    }
    return { ...item, id }
  })
  return { items, problems }
}
