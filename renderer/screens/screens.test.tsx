import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Project } from '../../schemas/project.ts'
import { intents } from '../test/intents.ts'
import { openWindow } from '../test/window.tsx'

const folder = '/data/intents'
const heading = () => screen.getByRole('heading', { level: 1 }).textContent

it('makes a project out of a CSV: preview, columns, template, and the first item is there to label', async () => {
  const window = await openWindow({ '/picked/a.csv': 'id,said\nx1,play jazz\nx2,book a table\n' })
  await screen.findByText('Open a folder')
  fireEvent.click(screen.getByRole('button', { name: /Drop a folder here/ }))
  const table = await screen.findByRole('region', { name: 'First rows of the data' })
  const rows = within(table)
    .getAllByRole('row')
    .map(row => row.textContent)
  fireEvent.change(screen.getByLabelText('Column of field 1'), { target: { value: 'said' } })
  fireEvent.click(screen.getByRole('radio', { name: /Intent and sentiment/ }))
  fireEvent.change(screen.getByLabelText('Folder'), { target: { value: '/picked/jazz' } })
  fireEvent.click(screen.getByRole('button', { name: /Make the project/ }))
  await waitFor(() => expect(heading()).toBe('x1'))
  const made = [...window.desktop.files.snapshot().keys()].includes('/picked/jazz/goldset.json')
  expect({ rows, made }).toEqual({
    rows: [expect.stringMatching(/^id.*said/), 'x1play jazz', 'x2book a table'],
    made: true
  })
})

it('maps a conversation and a second text, and shows which questions ask about what', async () => {
  const csv = 'messages,about\n"[{""role"": ""user"", ""content"": ""play jazz""}]",Radio\n'
  const window = await openWindow({ '/picked/a.csv': csv })
  await screen.findByText('Open a folder')
  fireEvent.click(screen.getByRole('button', { name: /Drop a folder here/ }))
  const table = await screen.findByRole('region', { name: 'First rows of the data' })
  fireEvent.click(screen.getByRole('radio', { name: /Entities in text/ }))
  const refused = screen.getByRole('alert').textContent
  fireEvent.click(screen.getByRole('button', { name: 'Add a field' }))
  fireEvent.change(screen.getByLabelText('Name of field 2'), { target: { value: 'Subject' } })
  const shown = within(table)
    .getAllByRole('row')
    .map(row => row.textContent)
  const entities = screen.getByText(/These ask about/).textContent
  fireEvent.click(screen.getByRole('radio', { name: /Intent and sentiment/ }))
  const choices = screen.getByText(/These ask about/).textContent
  fireEvent.click(screen.getByRole('button', { name: /Make the project/ }))
  await screen.findByRole('button', { name: /Submit and next/ })
  const file = [...window.desktop.files.snapshot()].find(([path]) => path.endsWith('/goldset.json'))
  const project = JSON.parse(new TextDecoder().decode(file?.[1])) as Project
  expect({
    shown,
    said: [refused, entities, choices],
    fields: project.fields,
    columns: project.sources[0]?.columns,
    tasks: project.tasks.map(({ id, field }) => `${id} of ${field}`)
  }).toEqual({
    shown: ['messages: Conversationabout: Subject', 'User: play jazzRadio'],
    said: [
      'Entities in text needs a field of text. Map a column to one, or choose another template.',
      'These ask about Subject.',
      'These ask about Conversation.'
    ],
    fields: [
      { id: 'chat', kind: 'chat', name: 'Conversation' },
      { id: 'about', kind: 'text', name: 'Subject' }
    ],
    columns: { chat: 'messages', about: 'about' },
    tasks: ['intent of chat', 'sentiment of chat']
  })
})

it('says in place why a project cannot be made there', async () => {
  await openWindow({ '/picked/a.csv': 'id,text\nx1,play jazz\n', ...intents(folder) })
  await screen.findByText('Open a folder')
  fireEvent.click(screen.getByRole('button', { name: /Drop a folder here/ }))
  await screen.findByRole('region', { name: 'First rows of the data' })
  fireEvent.change(screen.getByLabelText('Folder'), { target: { value: folder } })
  fireEvent.click(screen.getByRole('button', { name: /Make the project/ }))
  expect((await screen.findByRole('alert')).textContent).toContain('The project was not made.')
})

it('lists what was opened, with how far it is, and opens it with Enter', async () => {
  await openWindow(intents(folder), { open: folder })
  await screen.findByRole('heading', { name: 'u1' })
  const user = userEvent.setup()
  await user.keyboard('b{Enter}')
  await waitFor(() => expect(heading()).toBe('u2'))
  await user.keyboard('{Alt>}{Home}{/Alt}')
  const row = await screen.findByRole('button', { name: /Intents/ })
  const text = row.textContent
  await user.keyboard('{Enter}')
  // Where the last answer was given.
  await waitFor(() => expect(heading()).toBe('u1'))
  expect(text).toMatch(/^Intents\/data\/intents1 of 4/)
})

it('leads home from the name of the project, by mouse and by keys', async () => {
  const window = await openWindow(intents(folder), { open: folder })
  await screen.findByRole('heading', { name: 'u1' })
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Intents' }))
  const entries = screen.getAllByRole('menuitem').map(entry => entry.querySelector('span')?.textContent)
  await user.keyboard('{ArrowDown}{Enter}')
  const closed = screen.queryByRole('menu')
  await user.click(screen.getByRole('button', { name: 'Intents' }))
  await user.click(screen.getByRole('menuitem', { name: /^Home/ }))
  await screen.findByText('Open a folder')
  const asked = window.desktop.asked.filter(one => one.startsWith('reveal'))
  expect({ entries, closed, asked }).toEqual({
    entries: ['Home', 'Show the project folder', 'Import answers', 'Export answers'],
    closed: null,
    asked: [`reveal ${folder}/goldset.json`]
  })
})

it('rebinds a key, says who has it already, takes it over, and it acts', async () => {
  const window = await openWindow(intents(folder), { open: folder })
  await screen.findByRole('heading', { name: 'u1' })
  const user = userEvent.setup()
  await user.keyboard('{Control>},{/Control}')
  const change = await screen.findByRole('button', { name: 'Change the key of Next item' })
  fireEvent.click(change)
  fireEvent.keyDown(change, { key: 'f', code: 'KeyF' })
  const conflict = await screen.findByText(/F is already “Flag this item”/)
  fireEvent.click(within(conflict).getByRole('button', { name: 'Take it from there' }))
  await waitFor(() => expect(window.desktop.settings.settings.keys['item.next']?.[0]).toBe('f'))
  fireEvent.click(screen.getByRole('button', { name: /Back/ }))
  await screen.findByRole('heading', { name: 'u1' })
  await user.keyboard('f')
  await waitFor(() => expect(heading()).toBe('u2'))
})

it('says before an export what is written, and exports to the folder that was picked', async () => {
  const window = await openWindow(intents(folder), { open: folder })
  await screen.findByRole('heading', { name: 'u1' })
  const user = userEvent.setup()
  await user.keyboard('b{Enter}')
  await waitFor(() => expect(heading()).toBe('u2'))
  fireEvent.click(screen.getByRole('button', { name: 'Export' }))
  await screen.findByText('1 of 4 items has a submitted answer. Nothing is left behind.')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/^Exported 1 item to \/picked/)
  const written = [...window.desktop.files.snapshot().keys()].filter(path => path.startsWith('/picked'))
  expect(written.some(path => path.endsWith('goldset-export.json'))).toBe(true)
})
