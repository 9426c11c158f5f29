import { labelKeys } from '../kit/keys.ts'
import type { KeyBinding } from '../kit/labeler.ts'
import { nameOf } from '../kit/labels.ts'
import type { Command, Config } from './schema.ts'
import { viewKeys } from './view-keys.ts'

/**
 * Every key of the recording. `speaker.apply:<id>` and `kind.apply:<id>` are for the selected segments and for what is made
 * next; `mark.type:<place>` writes a mark at the caret (`;` and its key do, too: see marks.ts).
 */
export function keys(config: Config): readonly KeyBinding<Command>[] {
  return [
    ...[...labelKeys(config.labels)].map(([id, keys]) => ({
      id: `speaker.apply:${id}`,
      title: nameOf(config.labels, id),
      keys: keys.map(key => `Alt+${key}`),
      group: 'Speakers',
      whileTyping: true as const
    })),
    ...[...labelKeys(config.kinds, keptKeys)].map(([id, keys]) => ({
      id: `kind.apply:${id}`,
      title: nameOf(config.kinds, id),
      // A digit alone belongs to a text that is typed, and Shift with it to the eleventh to twentieth kind.
      keys: keys.flatMap(key => (/^\d$/.test(key) ? [key, `Ctrl+Shift+${key}`] : [key])),
      group: 'Kinds'
    })),
    ...config.marks.map(({ name, text }, place) => ({
      id: `mark.type:${place}`,
      title: `${name}: ${text}`,
      keys: [],
      group: 'Marks'
    })),
    {
      id: 'nothing.toggle',
      title: 'Nobody speaks',
      keys: ['n'],
      group: 'Segments',
      command: { type: 'nothing.toggle' }
    },
    ...viewKeys
  ]
}

/** The single keys of the recording itself, as labels write them: no kind gets one of these. */
export const keptKeys: ReadonlySet<string> = new Set([
  'N',
  ...viewKeys
    .flatMap(binding => binding.keys)
    .filter(key => [...key].length === 1)
    .map(key => key.toUpperCase())
])
