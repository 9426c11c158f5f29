import { labelers } from '../../labelers/index.ts'
import type { KeyBinding } from '../../labelers/kit/labeler.ts'
import { appKeys } from '../shell/use-app-commands.ts'
import { capParts } from '../ui/key-words.ts'
import { homeKeys } from './home/home-keys.ts'
import { labelScreenKeys } from './label/use-label-commands.ts'
import { progressKeys } from './progress/progress-keys.ts'

interface Keyed {
  readonly title: string
  readonly group: string
  readonly keys: readonly string[]
}

/** docs/keyboard.md: every key by group, from the same lists the window registers. */
export function keyboardPage(): string {
  const parts = [
    '# Keys',
    'Press `?` for the keys that act where you are, `Ctrl K` for every command by name. The keys of the window and of the label screen can be changed in Settings. ' +
      'While a text field is typed in, only keys with `Ctrl`, function keys, the `Alt` forms of arrows, Home and End, and what a question keeps for then are commands. ' +
      'Letters and digits are what your layout types; where it types neither, the place on the keyboard counts.',
    ...section('Everywhere', appKeys()),
    ...section('Label screen', labelScreenKeys()),
    '## Labels',
    'A label has the letter its schema gives it, and the digit of its place: `1` to `9` and `0` for the first ten, `⇧ 1` to `⇧ 0` for the next. ' +
      'The question with the keys (the blue edge) has all of its keys; of the other questions the letters act too. ' +
      'A few letters and signs belong to the screen: a label that asks for one of them gets its digit only. ' +
      'Labels that are given while a text is typed, such as who speaks, have these keys with `Alt`.',
    ...labelers.flatMap(labeler => section(labeler.title, ownKeys(labeler.keys(labeler.defaultConfig)))),
    ...section('Home', homeKeys()),
    ...section('Progress', progressKeys()),
    '## Other screens',
    '- `Ctrl ↵`: Export, or import\n- `Esc`: Back'
  ]
  return `${parts.join('\n\n')}\n`
}

function section(title: string, commands: readonly Keyed[]): readonly string[] {
  const groups = new Map<string, Keyed[]>()
  for (const command of commands) {
    const group = groups.get(command.group) ?? []
    groups.set(command.group, [...group, command])
  }
  const lists = [...groups].map(([group, list]) => {
    const lines = list.map(line).join('\n')
    return groups.size === 1 ? lines : `### ${group}\n\n${lines}`
  })
  return lists.length === 0 ? [] : [`## ${title}`, ...lists]
}

function line({ title, keys }: Keyed): string {
  const caps = keys.map(key => `\`${capParts(key).join(' ')}\``).join(' or ')
  return `- ${caps === '' ? 'no key until you give one' : caps}: ${title}`
}

/** Keys that do not depend on the labels somebody chose. */
function ownKeys(bindings: readonly KeyBinding<unknown>[]): readonly Keyed[] {
  return bindings.filter(({ id }) => !id.includes(':'))
}
