import type { Label } from '../../../schemas/label-set.ts'
import { SEARCH_FROM } from '../keys.ts'
import type { Answer, Config } from '../schema.ts'

/** The options in the order of the set: those that are offered, and retired or unknown ones an old answer still holds. */
export function optionsOf(config: Config, answer: Answer): readonly Label[] {
  const known = new Set(config.labels.map(label => label.id))
  const strangers = answer.chosen.filter(id => !known.has(id))
  return [
    ...config.labels.filter(label => label.retired !== true || answer.chosen.includes(label.id)),
    ...strangers.map(id => ({ id, name: id, exportIndex: 0, retired: true }))
  ]
}

/** A few short options stand side by side. */
export function segmented(options: readonly Label[]): boolean {
  return options.length <= 4 && options.every(option => option.name.length <= 12)
}

/** Options whose name has all the words of a query, in their own order. */
export function matching(options: readonly Label[], query: string): readonly Label[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  return options.filter(option => words.every(word => option.name.toLowerCase().includes(word)))
}

/** Two columns where every name fits beside its key: less does where many options have keys of two caps and a scroll bar. */
export function inColumns(options: readonly Label[]): boolean {
  const room = options.length < SEARCH_FROM ? 20 : 10
  return options.length > 4 && options.every(option => option.name.length <= room)
}
