import { expect, it } from 'vitest'
import { sheetRows } from './sheet-rows.ts'

const command = (id: string, title: string, ...keys: string[]) => ({ id, title, keys })
const drawn = (commands: Parameters<typeof sheetRows>[0]) =>
  sheetRows(commands).map(({ title, keys }) => `${title}: ${keys.join(' ')}`)

const names = ['Person', 'Place', 'Time', 'Song', 'Alarm', 'List', 'App', 'Room', 'Device', 'Date', 'Other']
const digits = [...'1234567890', 'Shift+1']

it('draws what differs by the label alone as one row, and Shift with all of them as another', () => {
  expect(
    drawn([
      ...names.map((name, n) => command(`e/label.apply:${name}`, name, digits[n] ?? '')),
      ...names.map((name, n) =>
        command(`e/label.every:${name}`, `${name} on every match`, `Alt+${digits[n]}`)
      ),
      command('e/caret.left', 'Word to the left', 'ArrowLeft'),
      command('e/extend.left', 'Word to the left, extending the selection', 'Shift+ArrowLeft'),
      command('e/caret.end', 'End', 'Ctrl+End'),
      command('e/extend.end', 'End, extending the selection', 'Ctrl+Shift+End'),
      command('e/span.remove', 'Remove the span', 'Delete', 'Backspace', 'x')
    ])
  ).toEqual([
    'Any of 11: 1–9 0 Shift+1',
    'Any of 11 on every match: Alt+1–9 Alt+0 Alt+Shift+1',
    'Word to the left: ArrowLeft',
    'End: Ctrl+End',
    'Remove the span: Delete Backspace',
    'Extending the selection: hold Shift: Shift'
  ])
})

it('keeps two labels apart, titles with a comma of their own, and says where keys go on', () => {
  expect(
    drawn([
      command('s/choice.toggle:a', 'Yes, of course', 'y'),
      command('s/choice.toggle:b', 'No', 'n'),
      ...[...'bcdefghijkl'].map(key => command(`i/choice.toggle:${key}`, key, key, '1'))
    ])
  ).toEqual(['Yes, of course: y', 'No: n', 'Any of 11: b c d e f g h i …'])
})
