import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { noSound } from '../../test/no-sound.ts'
import { labelSet } from '../../../schemas/label-set.ts'
import type { KeyBinding } from '../../kit/labeler.ts'
import { utf16 } from '../../kit/offsets.ts'
import { offsetsOf } from '../../kit/offsets.ts'
import { sharedState } from '../../kit/view/test/shared-state.ts'
import { keys } from '../keys.ts'
import { reduce } from '../reduce.ts'
import type { Answer, Command, Config } from '../schema.ts'
import { textEntitiesViews } from './index.ts'

const text = 'Call Dr. Lena at noon 👩‍👧.\nLena, noon, <b>noon</b>.\nשלום Lena'
const labels = labelSet(['Person', 'Time', '__proto__', '<script>alert(1)</script>'])
type Handlers = Readonly<Record<string, (binding: KeyBinding<Command>) => void>>

/** A label screen of one task: presses bindings as the shell does, and tells the answer. */
function open(initial: Answer, config: Config, readOnly = false) {
  const handlers = new Set<Handlers>()
  const said: string[] = []
  let answer = initial
  const shared = sharedState()
  const scope = {
    active: true,
    take: () => undefined,
    capOf: (id: string) => keys(config).find(binding => binding.id === id)?.keys[0],
    acts: () => true
  }
  const item = { id: 'i', source: '', fingerprint: '', fields: { text }, meta: {} }
  const task = {
    id: 't',
    title: 'Entities',
    labeler: 'text-entities',
    labelerVersion: 1,
    field: 'text',
    config
  }
  const onKey = (added: Handlers) => {
    handlers.add(added)
    return () => void handlers.delete(added)
  }
  function Screen() {
    const [now, setNow] = useState(initial)
    answer = now
    const dispatch = (command: Command) =>
      setNow(before => reduce(before, command, { config, item, field: 'text', required: false }))
    const props = {
      task,
      config,
      item,
      answer: now,
      readOnly,
      scope,
      shared,
      dispatch,
      onKey,
      toast: (message: string) => void said.push(message),
      mediaUrl: String,
      sound: noSound,
      previousAnswer: () => Promise.resolve(null),
      ahead: []
    }
    const { Palette, Item, About, Answer: Regions } = textEntitiesViews
    return (
      <>
        {Palette && <Palette {...props} />}
        {Item && <Item {...props} />}
        {About && <About {...props} />}
        <Regions {...props} />
      </>
    )
  }
  render(<Screen />)
  const press = async (...ids: string[]) => {
    const handled: boolean[] = []
    for (const id of ids) {
      const found = [...handlers].findLast(each => Object.hasOwn(each, id))
      const binding = keys(config).find(each => each.id === id)
      handled.push(found !== undefined)
      const { act } = await import('@testing-library/react')
      act(() => found?.[id]?.(binding as KeyBinding<Command>))
    }
    return handled
  }
  const spans = () => answer.spans.map(span => `${span.text}=${span.label}`)
  return { press, spans, said }
}

const none: Answer = { offsetUnit: 'codepoint', spans: [] }
const config: Config = { labels, granularity: 'word', overlap: 'nested' }
const span = (id: string, words: string, label: string) => {
  const at = text.indexOf(words)
  const offsets = offsetsOf(text)
  return {
    id,
    start: offsets.toCodePoint(utf16(at)),
    end: offsets.toCodePoint(utf16(at + words.length)),
    label,
    text: words
  }
}

afterEach(cleanup)

test('the arrow keys take a word in hand and a label key labels it', async () => {
  const { press, spans } = open(none, config)
  await press('caret.word-right', 'caret.word-right', 'extend.word-right', 'label.apply:person')
  expect(spans()).toEqual(['Dr. Lena=person'])
})

test('after a label and any number of Escapes the caret goes on from the end of what was labelled', async () => {
  const seen: string[][] = []
  for (const escapes of [0, 1, 2]) {
    const { press, spans } = open(none, config)
    await press('caret.word-right', 'caret.word-right', 'extend.word-right', 'label.apply:person')
    await press(...Array.from({ length: escapes }, () => 'selection.clear'))
    await press('caret.word-right', 'caret.word-right', 'label.apply:time')
    seen.push(spans())
    cleanup()
  }
  expect(seen).toEqual(Array.from({ length: 3 }, () => ['Dr. Lena=person', 'noon=time']))
})

test('every span of the item is a row, and next span goes through them and around', async () => {
  const answer: Answer = {
    offsetUnit: 'codepoint',
    spans: [span('s1', 'Dr. Lena', 'person'), span('s2', 'noon', 'time')]
  }
  const { press } = open(answer, config)
  const taken: (string | null | undefined)[] = []
  for (let n = 0; n < 3; n++) {
    await press('span.next')
    taken.push(screen.getByRole('option', { selected: true }).textContent)
  }
  expect(taken).toEqual(['1Dr. LenaPerson', '2noonTime', '1Dr. LenaPerson'])
})

test('keys that need a selected span pass on while there is none', async () => {
  const { press } = open({ offsetUnit: 'codepoint', spans: [span('s1', 'noon', 'time')] }, config)
  const ids = [
    'span.remove',
    'edge.end-left',
    'matches.apply',
    'selection.clear',
    'span.next-in-text'
  ] as const
  const before = await press(...ids)
  await press('span.next')
  expect([before, await press('edge.end-right', 'span.remove')]).toEqual([
    [false, false, false, false, false],
    [true, true]
  ])
})

test('a label key on a selected span relabels it, an edge key moves its edge, Delete removes it', async () => {
  const { press, spans } = open(
    { offsetUnit: 'codepoint', spans: [span('s1', 'Dr. Lena', 'person')] },
    config
  )
  const seen: string[][] = []
  for (const id of [
    'span.next',
    'label.apply:time',
    'edge.start-right',
    'edge.end-right-character',
    'span.remove'
  ]) {
    await press(id)
    seen.push(spans())
  }
  expect(seen).toEqual([['Dr. Lena=person'], ['Dr. Lena=time'], ['Lena=time'], ['Lena a=time'], []])
})

test('words that were just labelled are the span whose edges the edge keys move, and that Delete removes', async () => {
  const { press, spans } = open(none, config)
  const seen: string[][] = []
  await press('caret.word-right', 'caret.word-right', 'extend.word-right')
  for (const id of ['label.apply:person', 'edge.end-right', 'edge.end-left', 'span.remove']) {
    await press(id)
    seen.push(spans())
  }
  await press('caret.word-right', 'extend.word-right', 'label.apply:time', 'span.remove')
  expect([seen, spans()]).toEqual([
    [['Dr. Lena=person'], ['Dr. Lena at=person'], ['Dr. Lena=person'], []],
    []
  ])
})

test('a span that the policy refuses is explained in place and nothing changes', async () => {
  const { press, spans } = open(
    { offsetUnit: 'codepoint', spans: [span('s1', 'Dr. Lena', 'person')] },
    { ...config, overlap: 'none' }
  )
  await press('caret.word-right', 'caret.word-right', 'label.apply:time')
  expect([screen.getByRole('alert').textContent, spans()]).toEqual([
    'This overlaps "Dr. Lena" (Person), and this task allows no overlap.Esc',
    ['Dr. Lena=person']
  ])
})

test('every exact match is shown first, and labelled in one step after Enter', async () => {
  const { press, spans, said } = open(none, config)
  await press(
    'caret.word-right',
    'caret.word-right',
    'caret.word-right',
    'caret.word-right',
    'caret.word-right'
  )
  await press('label.every:time')
  const shown = screen.getByRole('status').textContent
  const before = spans()
  await press('matches.apply')
  expect([shown, before, spans(), said]).toEqual([
    '2Label 3 matches of “noon” as TimeLabel all ↵Leave Esc',
    [],
    ['noon=time', 'noon=time', 'noon=time'],
    ['Labelled 3 “noon” as Time']
  ])
})

test('a click on the palette without a selection takes the label in hand and shows what it means', async () => {
  open(none, config)
  await userEvent.click(screen.getByRole('button', { name: '__proto__' }))
  expect([
    screen.getByRole('button', { name: '__proto__' }).getAttribute('aria-pressed'),
    screen.getByText('No description yet.').previousSibling?.textContent
  ]).toEqual(['true', '__proto__'])
})

test('a label without a free key is found by name', async () => {
  const { press, spans } = open(none, config)
  await press('caret.word-right', 'label.find')
  await userEvent.type(screen.getByLabelText('Find a label'), 'scri{Enter}')
  expect(spans()).toEqual([`Call=${labels[3]?.id}`])
})

test('read-only: the caret moves, nothing changes', async () => {
  const { press, spans } = open(
    { offsetUnit: 'codepoint', spans: [span('s1', 'noon', 'time')] },
    config,
    true
  )
  await press('span.next')
  const handled = await press('caret.word-right', 'label.apply:person', 'span.remove', 'label.every:time')
  expect([handled, spans()]).toEqual([[true, false, false, false], ['noon=time']])
})

test('the text is text: nothing in it becomes an element, and nothing stands between its words', () => {
  open({ offsetUnit: 'codepoint', spans: [span('s1', 'noon', 'time')] }, config)
  const paragraphs = [...within(screen.getByRole('group')).getByText(/Call/).parentElement!.children]
  expect(
    paragraphs.map(paragraph => [paragraph.firstChild?.nodeType, paragraph.firstChild?.textContent])
  ).toEqual(text.split('\n').map(line => [Node.TEXT_NODE, line]))
})
