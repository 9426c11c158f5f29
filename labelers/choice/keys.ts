import type { KeyBinding } from '../kit/labeler.ts'
import { labelKeys } from '../kit/keys.ts'
import { nameOf } from '../kit/labels.ts'
import type { Command, Config } from './schema.ts'

/** From how many options on a search field stands above them. */
export const SEARCH_FROM = 13

/** A key for each option that has one, `options.search` where there is something to search, and one to take all back. */
export function keys(config: Config): readonly KeyBinding<Command>[] {
  const options = [...labelKeys(config.labels)].map(([label, keys]) => ({
    id: `choice.toggle:${label}`,
    title: nameOf(config.labels, label),
    keys,
    group: 'Choices',
    command: { type: 'choice.toggle', label } as const
  }))
  const clear = {
    id: 'choice.clear',
    title: 'Take the choice back',
    keys: ['Delete', 'Backspace'],
    group: 'Choices',
    command: { type: 'choice.clear' } as const
  }
  const search = { id: 'options.search', title: 'Find an option by name', keys: [';'], group: 'Choices' }
  return options.length < SEARCH_FROM ? [...options, clear] : [...options, clear, search]
}
