import { fireEvent, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { conversations } from './conversations.ts'
import { intents } from './intents.ts'
import { openWindow } from './window.tsx'

/** What axe finds, as lines. Contrast needs pixels, which jsdom has not; it is measured on real Electron. */
async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } }
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`))
}

const folder = '/data/intents'

it('has no accessibility problem on home, with nothing opened before', async () => {
  await openWindow({})
  await screen.findByText('Open a folder')
  expect(await violations()).toEqual([])
})

it('has no accessibility problem on a conflict copy, compared, and on the list of problems', async () => {
  const window = await openWindow(intents(folder), { open: folder })
  await screen.findByRole('heading', { name: 'u1' })
  fireEvent.keyDown(document.body, { key: 'b' })
  await waitFor(() => expect(window.labels().size).toBe(1))
  const label = JSON.stringify({ ...window.labels().get('u1'), answers: { intent: { chosen: ['play'] } } })
  const path = [...window.desktop.files.snapshot().keys()].find(name => name.includes('/labels/')) ?? ''
  await window.desktop.files.write(path.replace(/\.json$/, ' (1).json'), label)
  const changed = await window.session.current?.changedElsewhere()
  if (changed !== undefined && changed !== null) window.tell('labels.changed', changed)
  await screen.findByText('There is a second file of these answers.')
  const compared = await violations()
  fireEvent.keyDown(document.body, { key: 'Y', ctrlKey: true, shiftKey: true })
  await screen.findByRole('button', { name: 'Go to item 1' })
  expect([compared, await violations()]).toEqual([[], []])
})

it.each([
  ['the label screen', ''],
  ['the key sheet', '?'],
  ['settings', ','],
  ['export', 'E'],
  ['progress', 'P'],
  ['import', 'i']
])('has no accessibility problem on %s', async (_name, key) => {
  await openWindow(intents(folder), { open: folder })
  await screen.findByRole('heading', { name: 'u1' })
  const ctrlKey = key !== '?'
  if (key !== '') fireEvent.keyDown(document.body, { key, ctrlKey, shiftKey: key === 'E' || key === 'P' })
  await screen.findAllByRole('heading')
  expect(await violations()).toEqual([])
})

it.each([false, true])(
  'has no accessibility problem on items of several fields (entities: %s)',
  async entities => {
    await openWindow(conversations(folder, { entities }), { open: folder })
    await screen.findByRole('heading', { name: 't1' })
    expect(await violations()).toEqual([])
  }
)

it('has no accessibility problem on a new project with its columns', async () => {
  await openWindow({ '/picked/a.csv': 'id,title,body\n1,a,b\n' })
  fireEvent.click(await screen.findByRole('button', { name: /Drop a folder here/ }))
  await screen.findByRole('region', { name: 'First rows of the data' })
  expect(await violations()).toEqual([])
})
