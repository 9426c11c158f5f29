import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { noSound } from '../../test/no-sound.ts'
import { labelSet } from '../../../schemas/label-set.ts'
import { sharedState } from '../../kit/view/test/shared-state.ts'
import { keys } from '../keys.ts'
import { reduce } from '../reduce.ts'
import type { Answer, Command, Config, Shape } from '../schema.ts'
import { About } from './About.tsx'
import { AnswerView } from './AnswerView.tsx'
import { Palette } from './Palette.tsx'
import { Tools } from './Tools.tsx'

afterEach(cleanup)

const config: Config = {
  labels: labelSet(['Person', '__proto__', '<b>Car</b>']),
  shapes: ['box', 'polygon'],
  minSize: 3,
  attributes: [
    { id: 'hidden', name: 'Hidden part', kind: 'choice', values: ['None', 'Some'] },
    { id: 'cut', name: 'Cut by edge', kind: 'boolean', key: 'x' },
    { id: 'note', name: 'Note', kind: 'text' }
  ]
}
const size = { width: 640, height: 480 }
const box = (id: string, label: string | null): Shape => ({
  id,
  kind: 'box',
  label,
  x: 10,
  y: 20,
  width: 30,
  height: 40
})
const [person, proto, car] = config.labels.map(label => label.id)
const three: Answer = {
  image: size,
  shapes: [
    box('b1', person ?? ''),
    box('b2', null),
    {
      id: 'b3',
      kind: 'polygon',
      label: car ?? '',
      locked: true,
      points: [
        [0, 0],
        [9, 0],
        [9, 9]
      ]
    }
  ]
}

/** The panels around the image, over the real reducer; what is drawn on a canvas is tried in a real window. */
function open(initial: Answer, readOnly = false, before: Answer | null = null) {
  const shared = sharedState()
  let answer = initial
  const said: string[] = []
  const item = {
    id: 'i',
    source: '',
    fingerprint: '',
    fields: { image: 'i.png' },
    meta: {},
    media: { image: size }
  }
  const task = {
    id: 't',
    title: 'Objects',
    labeler: 'image-boxes',
    labelerVersion: 1,
    field: 'image',
    config
  }
  const scope = {
    active: true,
    take: () => undefined,
    capOf: (id: string) => keys(config).find(binding => binding.id === id)?.keys[0],
    acts: () => true
  }
  function Panels() {
    const [now, setNow] = useState(initial)
    answer = now
    const dispatch = (command: Command) =>
      setNow(before => reduce(before, command, { config, item, field: 'image', required: true }))
    const props = {
      task,
      config,
      item,
      answer: now,
      readOnly,
      scope,
      shared,
      dispatch,
      onKey: () => () => undefined,
      toast: (message: string) => void said.push(message),
      mediaUrl: String,
      sound: noSound,
      previousAnswer: () => Promise.resolve(before),
      ahead: []
    }
    return (
      <>
        <Palette {...props} />
        <Tools {...props} />
        <About {...props} />
        <AnswerView {...props} />
      </>
    )
  }
  render(<Panels />)
  return { answer: () => answer, said, shared }
}

const rows = () =>
  screen
    .getAllByRole('option')
    .map(row =>
      `${row.ariaSelected === 'true' ? '> ' : ''}${row.textContent} ${row.querySelector('[role=img]')?.getAttribute('aria-label') ?? ''}`.trim()
    )

test('the list names every shape, with what it lacks, and names of labels are text', () => {
  open(three)
  expect(rows()).toEqual([
    '1Person30 × 40',
    '?No label yet30 × 40 needs a label',
    '3<b>Car</b>3 corners locked'
  ])
})

test('a click takes a row, Shift takes more, and the palette labels them all', async () => {
  const user = userEvent.setup()
  const desk = open(three)
  await user.click(screen.getByText('No label yet'))
  await user.keyboard('{Shift>}')
  await user.click(screen.getAllByText('Person')[1] ?? document.body)
  await user.keyboard('{/Shift}')
  expect(rows().slice(0, 2)).toEqual(['> 1Person30 × 40', '> ?No label yet30 × 40 needs a label'])
  expect(screen.getByText('2 shapes are selected. Keys act on all of them.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /__proto__/ }))
  expect(desk.answer().shapes.map(shape => shape.label)).toEqual([proto, proto, car])
})

test('without a selection the palette takes a label in hand, and gives it back', async () => {
  const user = userEvent.setup()
  const desk = open(three)
  const button = screen.getByRole('button', { name: /Person/ })
  await user.click(button)
  expect([button.ariaPressed, desk.shared.get('hand', null)]).toEqual(['true', person])
  await user.click(button)
  expect([button.ariaPressed, desk.answer()]).toEqual(['false', three])
})

test('in attribute mode digits give values, Tab walks the shapes and Escape leaves', async () => {
  const user = userEvent.setup()
  const desk = open(three)
  await user.click(screen.getByText('No label yet'))
  desk.shared.set('attributes', true)
  const panel = await screen.findByRole('group', { name: 'Attributes' })
  panel.focus()
  await user.keyboard('23')
  await user.keyboard('{Tab}1x')
  await user.keyboard('{Shift>}{Tab}{/Shift}2{Escape}')
  const said = desk
    .answer()
    .shapes.map(shape => shape.attributes?.map(({ id, value }) => `${id}: ${value}`).join(', '))
  expect({ said, mode: desk.shared.get('attributes', true) }).toEqual({
    said: [undefined, 'cut: true', 'hidden: None, cut: true'],
    mode: false
  })
})

test('a text attribute is taken when its field is left', async () => {
  const user = userEvent.setup()
  const desk = open(three)
  await user.click(screen.getByText('No label yet'))
  await user.type(screen.getByRole('textbox', { name: 'Note' }), 'half, 2 of 3')
  await user.tab()
  expect(desk.answer().shapes[1]?.attributes).toEqual([{ id: 'note', value: 'half, 2 of 3' }])
})

test('numbers of a place are taken with Enter, given up with Escape, and kept within the image', async () => {
  const user = userEvent.setup()
  const desk = open(three)
  await user.click(screen.getByText('No label yet'))
  const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
  const type = async (name: RegExp, text: string) => {
    await user.click(field(name))
    await user.keyboard(text)
  }
  await type(/^x/, '12,5{Enter}')
  await type(/^w/, '100{Escape}')
  await type(/^h/, '0{Enter}')
  const refused = field(/^h/).getAttribute('aria-invalid')
  await type(/^y/, '9999{Tab}')
  const shown = [/^x/, /^y/, /^w/, /^h/].map(name => field(name).value)
  expect({ refused, shown, shape: desk.answer().shapes[1] }).toEqual({
    refused: 'true',
    shown: ['12.5', '440', '30', '40'],
    shape: { ...box('b2', null), x: 12.5, y: 440 }
  })
})

test('numbers of a locked shape are only read', async () => {
  const user = userEvent.setup()
  open(three)
  await user.click(screen.getByText('<b>Car</b>', { selector: '[role=option] *' }))
  const group = screen.getByRole('group', { name: 'Place and size' })
  expect([...group.querySelectorAll('input')].map(({ readOnly }) => readOnly)).toEqual([
    true,
    true,
    true,
    true
  ])
})

test('"nothing here" is said and taken back, and differs from no answer', async () => {
  const user = userEvent.setup()
  const desk = open({ image: size, shapes: [] })
  expect(screen.getByText('No shapes yet. Draw one, or say that there is nothing to draw.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /Nothing here/ }))
  expect([desk.answer().nothing, screen.getByText('You said that there is nothing here.').tagName]).toEqual([
    true,
    'P'
  ])
  await user.click(screen.getByRole('button', { name: /Nothing here/ }))
  expect(desk.answer()).toEqual({ image: size, shapes: [] })
})

test('everything of the image before is pasted without its locks, or it is said that there is nothing', async () => {
  const user = userEvent.setup()
  const desk = open({ image: size, shapes: [] }, false, three)
  await user.click(screen.getByRole('button', { name: /Paste from previous/ }))
  expect(await screen.findAllByRole('option')).toHaveLength(3)
  expect(desk.answer().shapes.map(({ label, locked }) => [label, locked])).toEqual([
    [person, undefined],
    [null, undefined],
    [car, undefined]
  ])
  cleanup()
  const first = open({ image: size, shapes: [] })
  await user.click(screen.getByRole('button', { name: /Paste from previous/ }))
  expect(first.said).toEqual(['There is nothing on the image before.'])
})

test('a read-only item offers no drawing, and shows its shapes', () => {
  open(three, true)
  const tools = screen.getByRole('toolbar', { name: 'Tools' })
  const offered = [...tools.querySelectorAll('button')].map(button => button.ariaLabel)
  expect({
    offered,
    pasting: screen.queryByRole('button', { name: /Paste from previous/ }),
    about: screen.queryByText(/Drag to draw/),
    rows: rows().length
  }).toEqual({
    offered: [
      'Select',
      'Move the view; hold the key and drag',
      'Brightness and contrast, for viewing only',
      'Hide all shapes'
    ],
    pasting: null,
    about: null,
    rows: 3
  })
})

test('what is hidden can be shown again from the list', async () => {
  const user = userEvent.setup()
  const desk = open(three)
  await user.click(screen.getByRole('button', { name: 'Hide all shapes' }))
  expect(screen.getByText('All shapes are hidden.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Show all' }))
  expect(desk.shared.get('hidden', true)).toBe(false)
})
