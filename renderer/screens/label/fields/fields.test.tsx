import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { conversations } from '../../../test/conversations.ts'
import { openWindow } from '../../../test/window.tsx'

const folder = '/data/talks'

it('shows every field under its name, and a conversation turn by turn', async () => {
  await openWindow(conversations(folder), { open: folder })
  await screen.findByRole('heading', { name: 't1' })
  const column = screen.getByRole('region', { name: 'Fields of the item' })
  const talk = within(column).getByRole('region', { name: 'Conversation' })
  expect({
    names: within(column)
      .getAllByRole('heading', { level: 2 })
      .map(heading => heading.textContent),
    turns: within(talk)
      .getAllByRole('listitem')
      .map(turn => turn.textContent),
    html: talk.querySelector('b'),
    code: [...talk.querySelectorAll('[dir=ltr]')].map(block => block.textContent),
    folded: [...talk.querySelectorAll('details')].map(({ open }) => open),
    missing: within(column).getByRole('alert').textContent
  }).toEqual({
    names: ['Subject', 'Conversation', 'Note', 'Picture'],
    turns: [
      'System 9 charactersBe brief.',
      'UserHi <b>Ana</b>\nhere is it:```\nlet a = 1\n```',
      'Assistant calls find 2 characters{}',
      'Assistantשלום'
    ],
    html: null,
    code: ['```\nlet a = 1\n```'],
    folded: [true, false],
    missing: 'There is no such file in the project folder. data/gone.png'
  })
})

it('says why a picture is not shown after all', async () => {
  await openWindow(conversations(folder), { open: folder })
  await screen.findByRole('heading', { name: 't1' })
  await userEvent.setup().keyboard('d')
  await screen.findByRole('heading', { name: 't2' })
  const picture = screen.getByRole('img', { name: 'Picture: data/photo.png' })
  fireEvent.error(picture)
  expect([picture.getAttribute('src'), screen.getByRole('alert').textContent]).toEqual([
    'goldset-data://media/data/photo.png',
    'The file is missing, or is not a picture this app can show. data/photo.png'
  ])
})

it('finds words in every field by keys alone, unfolds what holds them, and leaves the last one selected', async () => {
  await openWindow(conversations(folder), { open: folder })
  await screen.findByRole('heading', { name: 't1' })
  const user = userEvent.setup()
  await user.keyboard('/')
  const line = await screen.findByRole('search')
  const said: (string | null)[] = []
  const type = async (keys: string) => {
    await user.keyboard(keys)
    said.push(within(line).getByRole('status').textContent)
  }
  await type('System')
  await type('{Control>}a{/Control}LE')
  await type('{Enter}')
  await type('{Shift>}{Enter}{/Shift}')
  await type('{Control>}f{/Control}{{}')
  await type('{Enter}')
  const folded = [...document.querySelectorAll('details')].map(({ open }) => open)
  await user.keyboard('{Escape}')
  expect({
    said,
    folded,
    selected: getSelection()?.toString(),
    line: screen.queryByRole('search'),
    keysAt: document.activeElement?.getAttribute('aria-label')
  }).toEqual({
    said: ['Not found', '2', '1 of 2', '2 of 2', '1', '1 of 1'],
    folded: [true, true],
    selected: '{}',
    line: null,
    keysAt: 'Fields of the item'
  })
})

it('labels a conversation with a key, and goes on', async () => {
  const window = await openWindow(conversations(folder), { open: folder })
  await screen.findByRole('heading', { name: 't1' })
  const user = userEvent.setup()
  await user.keyboard('2{Control>}{Enter}{/Control}')
  await screen.findByRole('heading', { name: 't2' })
  await waitFor(() => expect(window.labels().get('t1')).toMatchObject({ status: 'submitted' }))
  expect(window.labels().get('t1')?.['answers']).toEqual({ intent: { chosen: ['cancel'] } })
})

it('draws the text the question with the keys is about, between the others, and keeps spans on their field', async () => {
  const window = await openWindow(conversations(folder, { entities: true }), { open: folder })
  await screen.findByRole('heading', { name: 't1' })
  const user = userEvent.setup()
  const order = () =>
    [...document.querySelectorAll('main h2, main [role=group]')].map(
      each => each.getAttribute('aria-label') ?? each.textContent
    )
  const first = order()
  await user.keyboard('{ArrowRight}1')
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  const second = order()
  await user.keyboard('{ArrowRight}2')
  await waitFor(() =>
    expect(window.labels().get('t1')?.['answers']).toMatchObject({
      'in-subject': { spans: [{ text: 'Late' }] },
      'in-note': { spans: [{ text: 'For' }] }
    })
  )
  await act(async () => {})
  expect([first, second]).toEqual([
    ['Subject', 'Names in subject', 'Conversation', 'Note', 'Picture'],
    ['Subject', 'Conversation', 'Note', 'Names in note', 'Picture']
  ])
})
