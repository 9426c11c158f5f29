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

/** Pixels: of the narrowest column of answers, of a letter in the middle, of a key with the blanks around an option. */
const [COLUMN, LETTER, KEY] = [288, 7.2, 38]

/** A few options stand side by side where their names fit in one row. */
export function segmented(options: readonly Label[]): boolean {
  const letters = options.reduce((sum, option) => sum + option.name.length, 0)
  return options.length <= 4 && letters * LETTER + options.length * KEY <= COLUMN
}

/** Options whose name has all the words of a query, in their own order. */
export function matching(options: readonly Label[], query: string): readonly Label[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  return options.filter(option => words.every(word => option.name.toLowerCase().includes(word)))
}

/**
 * Two columns where one row does not do and every name fits beside its key: less does where many options have keys of two
 * caps and a scroll bar.
 */
export function inColumns(options: readonly Label[]): boolean {
  if (segmented(options)) return false
  const room = options.length < SEARCH_FROM ? 14 : 10
  return options.length > 2 && options.every(option => option.name.length <= room)
}
