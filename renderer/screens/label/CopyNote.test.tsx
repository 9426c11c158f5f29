import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { intents } from '../../test/intents.ts'
import { openWindow, type TestWindow } from '../../test/window.tsx'

const folder = '/data/intents'

const press = (keys: string) => userEvent.setup().keyboard(keys)
const answers = (window: TestWindow) =>
  [...window.labels()].map(
    ([id, label]) => `${id} ${String(label['status'])} ${JSON.stringify(label['answers'])}`
  )
const names = (window: TestWindow) =>
  [...window.desktop.files.snapshot().keys()].filter(path => path.startsWith(`${folder}/labels/`))
const kept = (window: TestWindow) =>
  [...window.desktop.files.snapshot().keys()].filter(
    path => path.includes('/quarantine/') && !path.endsWith('.why.json')
  ).length

/** Ana has chosen `book` for u1, and a sync service brings a copy in which she chose `play`. */
let window: TestWindow
beforeEach(async () => {
  window = await openWindow(intents(folder), { open: folder })
  await screen.findByRole('heading', { name: 'u1' })
  await press('b')
  await waitFor(() => expect(document.querySelector('[data-save="saved"]')).not.toBeNull())
  const [path = ''] = names(window)
  const label = { ...window.labels().get('u1'), answers: { intent: { chosen: ['play'] } } }
  const copy = path.replace(/\.json$/, " (Ana's conflicted copy 2026-11-23).json")
  await window.desktop.files.write(copy, JSON.stringify(label))
  const changed = await window.session.current?.changedElsewhere()
  if (changed !== undefined && changed !== null) window.tell('labels.changed', changed)
  await screen.findByText('There is a second file of these answers.')
})

it('a conflict copy is shown with its item as soon as it comes, compared with what is here', () => {
  const rows = within(screen.getByRole('table')).getAllByRole('row')
  expect([
    rows.slice(0, 3).map(row => [...row.children].map(cell => cell.textContent).join(' | ')),
    screen.getByRole('contentinfo').textContent?.includes('1 problem')
  ]).toEqual([[' | Here | In the copy', 'Status | draft | draft', 'Intent | Book | Play'], true])
})

it('a conflict copy that is taken replaces the answers, by key, and nothing is lost', async () => {
  await press('{Control>}3{/Control}')
  await screen.findByText('The copy was taken.')
  expect([
    answers(window),
    names(window).length,
    kept(window),
    screen.queryByText('There is a second file of these answers.'),
    screen.getByRole('contentinfo').textContent?.includes('problem')
  ]).toEqual([['u1 draft {"intent":{"chosen":["play"]}}'], 1, 2, null, false])
})

it('a conflict copy that is set aside leaves the answers as they are', async () => {
  await press('{Control>}4{/Control}')
  await screen.findByText('The copy was set aside.')
  expect([answers(window), names(window).length, kept(window)]).toEqual([
    ['u1 draft {"intent":{"chosen":["book"]}}'],
    1,
    1
  ])
})

it('the list of problems names the copy and leads to its item', async () => {
  await press('{Control>}{Shift>}y{/Shift}{/Control}')
  const sheet = await screen.findByRole('dialog', { name: 'Problems of the project' })
  await within(sheet).findByText(/Dropbox kept this copy/)
  await userEvent.setup().click(within(sheet).getByRole('button', { name: 'Go to item 1' }))
  expect([screen.queryByRole('dialog'), screen.getByRole('heading', { level: 1 }).textContent]).toEqual([
    null,
    'u1'
  ])
})
