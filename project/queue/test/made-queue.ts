import { everyItem, type ItemFilter, type ItemOrder, sourceOrder } from '../../../schemas/queue-view.ts'
import { itemsInMemory } from '../../items/items-in-memory.ts'
import type { LabelSummary } from '../../label-summary.ts'
import { type Queue } from '../queue.ts'

const project = { fields: [{ id: 'text', kind: 'text' as const }] }

/** An index over items that are an id and a text. */
export function itemsOf(texts: readonly (readonly [string, string])[]): ReturnType<typeof itemsInMemory> {
  const items = texts.map(([id, text]) => ({
    id,
    source: 'a',
    fingerprint: 'sha256:',
    fields: { text },
    meta: {}
  }))
  return itemsInMemory(items, project, [])
}

/** What a label file of ana says where nothing else is said. */
export function summary(item: string, says: Partial<LabelSummary> = {}): LabelSummary {
  return {
    item,
    annotator: 'ana',
    status: 'submitted',
    revision: 1,
    savedAt: '2026-06-01T10:00:00Z',
    activeMs: 1000,
    comments: 0,
    unsure: false,
    tasks: [],
    problem: false,
    ...says
  }
}

/** The positions of a view, all that it finds read. */
export async function shown(
  queue: Queue,
  filter: Partial<ItemFilter> = {},
  order: ItemOrder = sourceOrder
): Promise<readonly number[] | 'all'> {
  const found = queue.turnTo({ filter: { ...everyItem, ...filter }, order })
  const read: number[] = []
  for await (const { positions } of queue.read(new AbortController().signal)) read.push(...positions)
  return found === null ? 'all' : [...found, ...read]
}
