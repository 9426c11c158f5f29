import type { KeyBinding } from '../kit/labeler.ts'
import { labelKeys } from '../kit/keys.ts'
import { nameOf } from '../kit/labels.ts'
import type { Command, Config } from './schema.ts'
import { viewKeys } from './view-keys.ts'

/**
 * Every key of the text. `label.apply:<id>` labels what is selected (the view knows what that is), `label.every:<id>`
 * labels every match of it.
 */
export function keys(config: Config): readonly KeyBinding<Command>[] {
  const ofLabels = [...labelKeys(config.labels)]
  return [
    ...ofLabels.map(([id, keys]) => ({
      id: `label.apply:${id}`,
      title: nameOf(config.labels, id),
      keys,
      group: 'Labels'
    })),
    ...ofLabels.map(([id, keys]) => ({
      id: `label.every:${id}`,
      title: `${nameOf(config.labels, id)} on every match`,
      keys: keys.map(key => `Alt+${key}`),
      group: 'Labels'
    })),
    ...viewKeys
  ]
}
