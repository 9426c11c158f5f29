import type { LabelOfTask } from '../../schemas/queue-view.ts'
import type { LabelSummary } from '../label-summary.ts'

/**
 * Sets of labels as small numbers: a million label files use few different ones. The empty set is 0.
 */
export class LabelSets {
  readonly #labels = new Map<string, number>()
  readonly #known: LabelOfTask[] = []
  readonly #sets = new Map<string, number>([['', 0]])
  readonly #members: (readonly number[])[] = [[]]

  /** The set of all labels of a label file. */
  numberOf(tasks: LabelSummary['tasks']): number {
    const sorted: number[] = []
    for (const { task, labels } of tasks)
      for (const label of labels) {
        const number = this.#labelNumber(task, label)
        if (!sorted.includes(number)) sorted.push(number)
      }
    if (sorted.length > 1) sorted.sort((a, b) => a - b)
    const key = sorted.join()
    const known = this.#sets.get(key)
    if (known !== undefined) return known
    this.#sets.set(key, this.#members.length)
    return this.#members.push(sorted) - 1
  }

  /** By the number of a set: 1 where it holds one of these labels at least. */
  holding(labels: readonly LabelOfTask[]): Uint8Array {
    const wanted = new Set(labels.map(({ task, label }) => this.#labels.get(keyOf(task, label))))
    return Uint8Array.from(this.#members, members => (members.some(label => wanted.has(label)) ? 1 : 0))
  }

  /** Every label that was met, with the number of items that have it. `bySet`: how many items have each set. */
  counted(bySet: Uint32Array): readonly (LabelOfTask & { readonly items: number })[] {
    const items = new Uint32Array(this.#known.length)
    for (const [set, members] of this.#members.entries())
      for (const label of members) items[label] = (items[label] ?? 0) + (bySet[set] ?? 0)
    return this.#known.map((label, number) => ({ ...label, items: items[number] ?? 0 }))
  }

  get count(): number {
    return this.#members.length
  }

  #labelNumber(task: string, label: string): number {
    const key = keyOf(task, label)
    const known = this.#labels.get(key)
    if (known !== undefined) return known
    this.#labels.set(key, this.#known.length)
    return this.#known.push({ task, label }) - 1
  }
}

const keyOf = (task: string, label: string) => `${task}\n${label}`
