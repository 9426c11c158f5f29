import { labelKeys } from '../kit/keys.ts'
import type { KeyBinding } from '../kit/labeler.ts'
import { nameOf } from '../kit/labels.ts'
import type { Command, Config } from './schema.ts'
import { viewKeys } from './view-keys.ts'

/**
 * Every key of the image. `label.apply:<id>` labels what is selected and what is drawn next (the view knows what that is).
 */
export function keys(config: Config): readonly KeyBinding<Command>[] {
  return [
    ...[...labelKeys(config.labels, keptKeys)].map(([id, keys]) => ({
      id: `label.apply:${id}`,
      title: nameOf(config.labels, id),
      keys,
      group: 'Labels'
    })),
    {
      id: 'nothing.toggle',
      title: 'Nothing here',
      keys: ['n'],
      group: 'Shapes',
      command: { type: 'nothing.toggle' }
    },
    ...viewKeys
  ]
}

/** The single keys of the image itself, as labels write them: no label gets one of these. */
export const keptKeys: ReadonlySet<string> = new Set([
  'N',
  ...viewKeys
    .flatMap(binding => binding.keys)
    .filter(key => [...key].length === 1)
    .map(key => key.toUpperCase())
])
