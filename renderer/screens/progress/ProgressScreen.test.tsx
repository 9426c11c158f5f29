import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { labelPlace } from '../../../project/label-files.ts'
import { intents } from '../../test/intents.ts'
import { openWindow } from '../../test/window.tsx'

const folder = '/data/intents'

/** A label file of somebody, saved at noon, with half a minute of active time. */
function label(
  annotator: string,
  item: string,
  day: string,
  chosen: string,
  status = 'submitted'
): Record<string, string> {
  const file = {
    goldset: 'label/1',
    item: { id: item, source: 'data/intents.csv', fingerprint: '' },
    annotator,
    status,
    schemaVersion: 1,
    guidelineVersion: 1,
    revision: 1,
    savedAt: `${day}T12:00:00.000Z`,
    activeMs: 30_000,
    labelers: { intent: 'choice/1' },
    answers: { intent: { chosen: [chosen] } }
  }
  return { [`${folder}/${labelPlace(annotator, item)}`]: JSON.stringify(file) }
}

const six = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6']
const team = {
  ...intents(folder, 20),
  ...Object.assign({}, ...six.map(item => label('ben', item, '2026-11-20', 'play'))),
  ...label('ana-gomez', 'u7', '2026-11-21', 'book'),
  ...label('ana-gomez', 'u8', '2026-11-21', 'book', 'flagged')
} as Record<string, string>

async function openProgress(disk: Record<string, string>) {
  const window = await openWindow(disk, { open: folder })
  await screen.findByRole('heading', { level: 1, name: /^u/ })
  const user = userEvent.setup()
  await user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}')
  await screen.findByRole('heading', { name: 'Progress' })
  await screen.findByRole('region', { name: 'All items' })
  return { window, user }
}

const textOf = (rows: readonly HTMLElement[]) =>
  rows.map(row => Array.from((row as HTMLTableRowElement).cells, cell => cell.textContent).join(' | '))
const annotatorRows = () =>
  textOf(
    within(screen.getByRole('region', { name: 'Annotators' }))
      .getAllByRole('row')
      .slice(1)
  )

it('says what is done, by whom, how quickly, and how often each label is used', async () => {
  await openProgress(team)
  const whole = within(screen.getByRole('region', { name: 'All items' }))
  const labels = textOf(within(screen.getByRole('table', { name: 'Labels of Intent' })).getAllByRole('row'))
  expect({
    figures: [whole.getByText(/of 20 done/).textContent, whole.getByText(/left/).textContent],
    statuses: whole.getAllByRole('listitem').map(entry => entry.textContent),
    annotators: annotatorRows(),
    chart: screen.getByRole('img', { name: /^Items per active hour/ }).getAttribute('aria-label'),
    labels
  }).toEqual({
    figures: ['8 of 20 done', '12 left'],
    statuses: ['7 submitted', '0 skipped', '1 flagged', '0 draft', '12 to do'],
    annotators: ['ana-gomez | 2 | 1 min | – | 0 | 1 | 21 Nov', 'ben | 6 | 3 min | 120 | 0 | 0 | 20 Nov'],
    chart: 'Items per active hour, newest: ben 120',
    labels: ['PPlay |  | 6 | 85.7 %', 'BBook |  | 1 | 14.3 %']
  })
})

it('has no accessibility problem, with people, charts and labels on it', async () => {
  await openProgress(team)
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } }
  })
  expect(violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`))).toEqual([])
})

it('reads out one day after another with the arrow keys', async () => {
  await openProgress(team)
  const charts = screen.getByRole('group', { name: /^Work by day/ })
  const said = () => Array.from(charts.querySelectorAll('[aria-live]'), part => part.textContent).join(' | ')
  const before = said()
  const heard = ['ArrowLeft', 'ArrowLeft', 'Home', 'End'].map(key => {
    fireEvent.keyDown(charts, { key })
    return said()
  })
  expect([before, ...heard]).toEqual([
    'of each annotator, by day | items of all annotators, by day',
    'too little to say | 21 November: 2 items in 1 min',
    'ben 120 | 20 November: 6 items in 3 min',
    'ben 120 | 20 November: 6 items in 3 min',
    'too little to say | 21 November: 2 items in 1 min'
  ])
})

it('hides names everywhere with H, and remembers it', async () => {
  const { user } = await openProgress(team)
  await user.keyboard('h')
  const hidden = annotatorRows().map(row => row.slice(0, 4))
  const left = screen.queryAllByText(/ben|ana-gomez/, { selector: 'main *' }).length
  await user.keyboard('{Escape}')
  await user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}')
  await screen.findByRole('region', { name: 'Annotators' })
  const again = annotatorRows().map(row => row.slice(0, 4))
  expect({ hidden, left, again }).toEqual({ hidden: ['A | ', 'B | '], left: 0, again: ['A | ', 'B | '] })
})

it.each([
  ['a status', 'All items', /flagged/, '1 of 20'],
  ['an annotator', 'Annotators', 'ben', '6 of 20'],
  ['a label', 'Intent', 'Book', '1 of 20']
])('opens the queue with the items of %s, whoever answered', async (_what, panel, name, count) => {
  const { user } = await openProgress(team)
  await user.click(within(screen.getByRole('region', { name: panel })).getByRole('button', { name }))
  const queue = await screen.findByRole('complementary', { name: 'Queue' })
  await waitFor(() => expect(queue.textContent).toContain(count))
  expect(within(queue).getByRole('heading', { name: 'Matching' })).toBeTruthy()
})

it('teaches the next step where nothing is labelled yet, and counts after an answer', async () => {
  const { window, user } = await openProgress(intents(folder))
  expect(screen.getByText('Nothing is labelled yet')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /^Label the first item/ }))
  await screen.findByRole('heading', { level: 1, name: 'u1' })
  await user.keyboard('b{Enter}')
  await waitFor(() => expect(window.labels().size).toBe(1))
  await user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}')
  await waitFor(() => expect(annotatorRows().map(row => row.slice(0, 13))).toEqual(['ana-gomez | 1']))
})

it('follows an undo without being asked', async () => {
  const { user } = await openProgress(intents(folder))
  await user.click(screen.getByRole('button', { name: /^Label the first item/ }))
  await screen.findByRole('heading', { level: 1, name: 'u1' })
  await user.keyboard('b{Enter}')
  await user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}')
  await screen.findByText('of 4 done', { exact: false })
  await waitFor(() => expect(screen.getByText(/of 4 done/).textContent).toBe('1 of 4 done'))
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(screen.getByText(/of 4 done/).textContent).toBe('0 of 4 done'))
})

it('looks again when files changed on the disk, and says what could not be counted', async () => {
  const { window } = await openProgress(team)
  const [[path = '', text = ''] = []] = Object.entries(label('ben', 'u9', '2026-11-22', 'play'))
  await window.desktop.files.write(path, text)
  await window.desktop.files.write(`${folder}/${labelPlace('ben', 'u10')}`, '{"goldset": "label/1", "item": ')
  const changed = await window.session.current?.changedElsewhere()
  if (changed !== undefined && changed !== null) window.tell('labels.changed', changed)
  const alert = await screen.findByRole('alert')
  await act(async () => {})
  expect({ done: screen.getByText(/of 20 done/).textContent, said: alert.textContent }).toEqual({
    done: '9 of 20 done',
    said: expect.stringMatching(/^Not everything could be counted\.labels\/ben\/.*u10-/) as string
  })
})

it('says in place why nothing could be counted', async () => {
  const window = await openWindow(team, { open: folder })
  await screen.findByRole('heading', { level: 1, name: /^u/ })
  await act(() => window.client.call('project.close', {}))
  const user = userEvent.setup()
  await user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}')
  expect((await screen.findByRole('alert')).textContent).toBe(
    'The label files could not be counted.No project is open.'
  )
})
