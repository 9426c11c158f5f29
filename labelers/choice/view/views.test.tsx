import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { noSound } from '../../test/no-sound.ts'
import { labelSet } from '../../../schemas/label-set.ts'
import type { KeyBinding } from '../../kit/labeler.ts'
import { keys } from '../keys.ts'
import { reduce } from '../reduce.ts'
import type { Answer, Command, Config } from '../schema.ts'
import { ChoiceView } from './ChoiceView.tsx'

type Handlers = Readonly<Record<string, (binding: KeyBinding<Command>) => void>>

function open(config: Config, given: { active?: boolean; readOnly?: boolean; chosen?: string[] } = {}) {
  const { active = true, readOnly = false, chosen = [] } = given
  let answer: Answer = { chosen }
  let handlers: Handlers = {}
  const item = { id: 'i', source: '', fingerprint: '', fields: { text: '' }, meta: {} }
  const task = { id: 't', title: 'Intent', labeler: 'choice', labelerVersion: 1, field: 'text', config }
  const scope = {
    active,
    take: () => undefined,
    capOf: (id: string) => keys(config).find(binding => binding.id === id)?.keys[0],
    acts: () => active
  }
  const onKey = (added: Handlers) => {
    handlers = added
    return () => undefined
  }
  const shell = {
    toast: () => undefined,
    mediaUrl: String,
    sound: noSound,
    previousAnswer: () => Promise.resolve(null),
    ahead: []
  }
  const fixed = { task, config, item, readOnly, scope, onKey, ...shell }
  const shared = {
    get: <T,>(_: string, fallback: T) => fallback,
    set: () => undefined,
    use: <T,>(_: string, fallback: T): [T, (value: T) => void] => [fallback, () => undefined]
  }
  function Screen() {
    const [now, setNow] = useState(answer)
    answer = now
    const dispatch = (command: Command) =>
      setNow(before => reduce(before, command, { config, item, field: 'text', required: false }))
    return <ChoiceView {...fixed} shared={shared} answer={now} dispatch={dispatch} />
  }
  render(<Screen />)
  const press = (id: string) => act(() => handlers[id]?.({ id, title: '', keys: [], group: '' }))
  return { chosen: () => answer.chosen, press }
}

const intents: Config = {
  labels: labelSet(['Book or create', 'Change event', '__proto__', '=1+1', 'שלום']),
  multiple: false
}
const many: Config = {
  labels: labelSet(Array.from({ length: 14 }, (_, at) => `Topic ${at + 1}`)),
  multiple: true
}
afterEach(cleanup)

test('options stand in the order of the set, each with its key before its name', () => {
  open(intents)
  expect(screen.getAllByRole('radio').map(option => option.textContent)).toEqual([
    '1Book or create',
    '2Change event',
    '3__proto__',
    '4=1+1',
    '5שלום'
  ])
})

test('one choice replaces the other, and choosing it again takes it back', async () => {
  const { chosen } = open(intents)
  const seen: (readonly string[])[] = []
  for (const name of [/Book/, /__proto__/, /__proto__/]) {
    await userEvent.click(screen.getByRole('radio', { name }))
    seen.push(chosen())
  }
  expect(seen).toEqual([[intents.labels[0]?.id], [intents.labels[2]?.id], []])
})

test('several may be chosen where the task says so', async () => {
  const { chosen } = open(many)
  await userEvent.click(screen.getByRole('checkbox', { name: /Topic 3$/ }))
  await userEvent.click(screen.getByRole('checkbox', { name: /Topic 1$/ }))
  expect([chosen(), screen.getAllByRole('checkbox', { checked: true }).length]).toEqual([
    ['topic-1', 'topic-3'],
    2
  ])
})

test('above twelve options a search takes the first that is left with Enter', async () => {
  const { chosen, press } = open(many)
  press('options.search')
  await userEvent.keyboard('ic 13{Enter}')
  expect([chosen(), screen.getAllByRole('checkbox').length, document.activeElement]).toEqual([
    ['topic-13'],
    14,
    document.body
  ])
})

test('in the search the arrow keys go through the options that are left, and Escape leaves them as they were', async () => {
  const { chosen, press } = open(many)
  press('options.search')
  await userEvent.keyboard('topic 1{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Enter}')
  const first = chosen()
  press('options.search')
  await userEvent.keyboard('ic 2{ArrowDown}{Escape}')
  expect([first, chosen(), screen.getAllByRole('checkbox').length]).toEqual([['topic-11'], ['topic-11'], 14])
})

test('up to twelve options need no search', () => {
  open(intents)
  expect(screen.queryByRole('textbox')).toBe(null)
})

test('read-only options can be seen and not changed', async () => {
  const { chosen } = open(intents, { readOnly: true, chosen: ['change-event'] })
  await userEvent.click(screen.getByRole('radio', { name: /Book/ }))
  expect([chosen(), screen.getByRole('radio', { checked: true }).textContent]).toEqual([
    ['change-event'],
    '2Change event'
  ])
})
