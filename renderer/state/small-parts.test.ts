import { expect, it } from 'vitest'
import { blocksOf, inlineParts } from '../screens/label/guideline-blocks.ts'
import { whenInWords } from '../shell/place-names.ts'
import { capParts, keyInWords } from '../ui/key-words.ts'
import { ActiveTime } from './active-time.ts'
import { Pace } from './pace.ts'

it('counts time between inputs and leaves out pauses of more than two minutes', () => {
  const time = new ActiveTime(1000)
  time.input(0)
  time.input(5000)
  time.input(200_000)
  const afterPause = time.at(210_000)
  time.pause(210_000)
  expect([afterPause, time.at(999_999)]).toEqual([16_000, 16_000])
})

it('counts what was submitted today, and how fast without the breaks', () => {
  const pace = new Pace('p', null)
  const noon = new Date(2026, 5, 1, 12).getTime()
  for (const minute of [-1440, -60, 0, 1, 2, 3, 4, 5]) pace.count(noon + minute * 60_000)
  const now = noon + 5 * 60_000
  expect([pace.today(now), pace.anHour(now), new Pace('q', null).anHour(now)]).toEqual([7, 60, null])
})

it('reads the little of Markdown that guidelines use, and takes the rest as text', () => {
  expect(blocksOf('# Who\nA person,\nliving.\n\n- *one*\n- two\n  more\n```\n<b>\n```\n<i>x</i>')).toEqual([
    { kind: 'heading', text: 'Who' },
    { kind: 'paragraph', text: 'A person, living.' },
    { kind: 'list', items: ['*one*', 'two more'] },
    { kind: 'code', text: '<b>' },
    { kind: 'paragraph', text: '<i>x</i>' }
  ])
})

it('reads bold, emphasis and code in a line, and leaves sums and lone signs alone', () => {
  const said = (line: string) => inlineParts(line).map(({ kind, text }) => `${kind}: ${text}`)
  expect(['Take *the whole* name, **not** `a*b`.', '2 * 3 * 4, *, ` and <i>'].map(said)).toEqual([
    ['text: Take ', 'emphasis: the whole', 'text:  name, ', 'bold: not', 'text:  ', 'code: a*b', 'text: .'],
    ['text: 2 * 3 * 4, *, ` and <i>']
  ])
})

it('says when something was as people do', () => {
  const now = new Date(2026, 5, 17, 12, 0)
  const times = [
    [17, 11, 50],
    [17, 9, 0],
    [16, 23, 0],
    [12, 12, 0],
    [2, 12, 0]
  ] as const
  expect(
    times.map(([day, hour, minute]) => whenInWords(new Date(2026, 5, day, hour, minute).toISOString(), now))
  ).toEqual(['10 minutes ago', '3 hours ago', 'yesterday', 'Friday', '2 June'])
})

it('writes keys on caps, and in words for those who hear them', () => {
  const keys = ['Ctrl+Shift+f', 'Alt+ArrowLeft', '{', '+', 'Ctrl++', 'Space']
  expect(keys.map(key => `${capParts(key).join(' ')} = ${keyInWords(key)}`)).toEqual([
    'Ctrl ⇧ F = Ctrl+Shift+F',
    'Alt ← = Alt+Left',
    '{ = {',
    '+ = +',
    'Ctrl + = Ctrl++',
    'Space = Space'
  ])
})
