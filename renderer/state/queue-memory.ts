import { createStore, type StoreApi } from 'zustand/vanilla'
import { statuses } from '../../schemas/label-file.ts'
import {
  type ItemFilter,
  type ItemOrder,
  type LabelOfTask,
  markNames,
  type QueueView,
  sortKeys,
  sourceOrder
} from '../../schemas/queue-view.ts'

/** A view of the queue that somebody has given a name. */
export interface SavedView extends QueueView {
  readonly name: string
}

export interface QueueMemoryState {
  readonly saved: readonly SavedView[]
  /** The order that the queue had last. */
  readonly order: ItemOrder
}

/** Saved filters and the order of a project's queue on this machine. Storage that fails costs them and nothing else. */
export class QueueMemory {
  readonly store: StoreApi<QueueMemoryState>
  readonly #key: string

  constructor(
    projectId: string,
    private readonly storage: Storage | null = globalThis.localStorage ?? null
  ) {
    this.#key = `goldset.queue.${projectId}`
    this.store = createStore(() => read(this.storage, this.#key))
  }

  /** A name that is there already gets the new view. */
  save(name: string, { filter, order }: QueueView): void {
    const { saved } = this.store.getState()
    const view = { name, filter, order }
    const known = saved.some(each => each.name === name)
    this.#change({ saved: known ? saved.map(each => (each.name === name ? view : each)) : [...saved, view] })
  }

  remove(name: string): void {
    this.#change({ saved: this.store.getState().saved.filter(each => each.name !== name) })
  }

  keepOrder(order: ItemOrder): void {
    this.#change({ order })
  }

  #change(part: Partial<QueueMemoryState>): void {
    this.store.setState(part)
    try {
      this.storage?.setItem(this.#key, JSON.stringify(this.store.getState()))
    } catch {
      // Full or forbidden.
    }
  }
}

function read(storage: Storage | null, key: string): QueueMemoryState {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? 'null')
    return {
      saved: listOf(field(kept, 'saved'), savedOf) ?? [],
      order: orderOf(field(kept, 'order')) ?? sourceOrder
    }
  } catch {
    return { saved: [], order: sourceOrder }
  }
}

function savedOf(value: unknown): SavedView | null {
  const name = field(value, 'name')
  const filter = filterOf(field(value, 'filter'))
  const order = orderOf(field(value, 'order'))
  return typeof name === 'string' && name !== '' && filter !== null && order !== null
    ? { name, filter, order }
    : null
}

function filterOf(value: unknown): ItemFilter | null {
  const text = textOf(field(value, 'text'))
  const wanted = listOf(field(value, 'statuses'), each => statuses.find(status => status === each) ?? null)
  const annotators = listOf(field(value, 'annotators'), textOf)
  const labels = listOf(field(value, 'labels'), labelOf)
  const marks = listOf(field(value, 'marks'), each => markNames.find(mark => mark === each) ?? null)
  if (text === null || wanted === null || annotators === null || labels === null || marks === null)
    return null
  return { text, statuses: wanted, annotators, labels, marks }
}

function labelOf(value: unknown): LabelOfTask | null {
  const [task, label] = [textOf(field(value, 'task')), textOf(field(value, 'label'))]
  return task === null || label === null ? null : { task, label }
}

function orderOf(value: unknown): ItemOrder | null {
  const by = field(value, 'by')
  if (by === 'source') return sourceOrder
  const seed = field(value, 'seed')
  if (by === 'shuffle') return Number.isSafeInteger(seed) ? { by, seed: Number(seed) } : null
  const descending = field(value, 'descending') === true
  const key = sortKeys.find(each => each === by)
  if (key === undefined) return null
  return key === 'title' || key === 'id' ? { by: key, descending } : { by: key, descending }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Null unless every part of the list is what it should be. */
function listOf<T>(value: unknown, partOf: (part: unknown) => T | null): T[] | null {
  if (!Array.isArray(value)) return null
  const parts = value.map(partOf)
  return parts.every(part => part !== null) ? parts : null
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}
