import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { intents } from '../../test/intents.ts'
import { openWindow, type TestWindow } from '../../test/window.tsx'

const folder = '/data/intents'

async function openIntents(disk = intents(folder, 12)): Promise<TestWindow> {
  const window = await openWindow(disk, { open: folder })
  await screen.findByRole('heading', { level: 1, name: /^u/ })
  return window
}

const press = async (...keys: string[]) => {
  const user = userEvent.setup()
  for (const key of keys) await user.keyboard(key)
}
const ctrl = (key: string) => `{Control>}${key}{/Control}`
const queue = () => screen.getByRole('complementary', { name: 'Queue' })
const count = () => within(queue()).getAllByRole('status')[0]?.textContent
const item = () => screen.getByRole('heading', { level: 1 }).textContent
const rows = () => within(queue()).getAllByRole('option')
const openMenu = async () => {
  await press('{Control>}{Shift>}m{/Shift}{/Control}')
  return screen.findByRole('combobox', { name: 'What the queue shows' })
}

/** The same label file by somebody else. */
function byBen(window: TestWindow): Record<string, string | Uint8Array> {
  const all = [...window.desktop.files.snapshot()].filter(([path]) => !path.includes('/.goldset/'))
  const copies = all.flatMap(([path, bytes]): [string, string][] => {
    if (!path.includes('/labels/')) return []
    const label = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
    const place = path.replace(/\/labels\/[^/]+\//, '/labels/ben/')
    return [[place, JSON.stringify({ ...label, annotator: 'ben' }, null, 2)]]
  })
  return Object.fromEntries<string | Uint8Array>([...all, ...copies])
}

it('says how many of the label files are read until all are', async () => {
  const window = await openIntents()
  const folderRead = window.session.current?.open.root ?? ''
  const counts = { todo: 0, draft: 0, submitted: 0, skipped: 0, flagged: 0, accepted: 0, rejected: 0 }
  const data = { folder: folderRead, items: 12, holes: 0, state: 'whole', share: 1 } as const
  const news = { ...data, counts, problems: [], problemCount: 0 }
  window.tell('index.progress', { ...news, labels: 0.42 })
  const going = within(queue()).getByRole('progressbar', { name: 'Reading the labels' })
  const said = going.parentElement?.textContent
  window.tell('index.progress', { ...news, labels: null })
  expect([said, within(queue()).queryByRole('progressbar')]).toEqual(['Reading the labels 42 %', null])
})

describe('the menu of the queue', () => {
  it('finds a label by typing, combines it with a mark, and says both in words', async () => {
    await openIntents()
    await press('b', 'd', 'b', 'u', 'd')
    await waitFor(() => expect(item()).toBe('u3'))
    await openMenu()
    await screen.findByRole('option', { name: /Book/ })
    await press('book', '{Enter}')
    await waitFor(() => expect(count()).toBe('2 of 12'))
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'unsure' } })
    await press('{Enter}')
    await waitFor(() => expect(count()).toBe('1 of 12'))
    await press('{Escape}')
    const parts = within(screen.getByRole('group', { name: 'Filtered by' })).getAllByRole('button')
    expect({ parts: parts.map(part => part.textContent), item: item() }).toEqual({
      parts: ['Intent: Book', 'unsure'],
      item: 'u2'
    })
  })

  it('offers every label of the schema in its order, whether anybody has used it or not', async () => {
    await openIntents()
    await press('p', 'd')
    await waitFor(() => expect(item()).toBe('u2'))
    await openMenu()
    await screen.findByRole('option', { name: /Play\s*1/ })
    const offered = (group: string) =>
      within(screen.getByRole('group', { name: group }))
        .getAllByRole('option')
        .map(option => option.textContent)
    expect([offered('Label of Intent'), offered('Label of Tone')]).toEqual([
      ['Book0', 'Play1'],
      ['Kind0', '<b>Rude</b>0']
    ])
  })

  it('keeps a filter under a name, for the menu and the palette, until it is removed', async () => {
    await openIntents()
    await press('s', 's')
    await waitFor(() => expect(item()).toBe('u3'))
    await openMenu()
    await press('skipped', '{Enter}')
    const name = await screen.findByRole('textbox', { name: /^Name under which/ })
    fireEvent.change(name, { target: { value: 'Hard ones' } })
    fireEvent.submit(name)
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull())
    await press('{Escape}')
    await waitFor(() => expect(count()).toBe('12'))
    await press(ctrl('k'), 'hard ones', '{Enter}')
    await waitFor(() => expect(count()).toBe('2 of 12'))
    await openMenu()
    await press('hard', '{Delete}')
    await screen.findByText('Nothing is called that.')
  })

  it('offers the answers of others where there are any, and marks what they have answered', async () => {
    const first = await openIntents()
    await press('b', 'd', 'p')
    await waitFor(() => expect(first.labels().size).toBe(2))
    await openIntents(byBen(first) as Record<string, string>)
    await waitFor(() => expect(rows()[0]?.textContent).toContain('+1'))
    await openMenu()
    await screen.findByRole('option', { name: /^ben/ })
    await press('ben', '{Enter}')
    await waitFor(() => expect(count()).toBe('2 of 12'))
  })

  it('has no accessibility problem, open and with items selected', async () => {
    await openIntents()
    await press('{F6}', '{Shift>}{ArrowDown}{/Shift}')
    await openMenu()
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } }
    })
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
  })
})

describe('a selection', () => {
  it('is what keys of the list act on; without one they act on the item', async () => {
    const window = await openIntents()
    await press('{F6}', '{End}', '{Shift>}{ArrowUp}{ArrowUp}{/Shift}', 'f')
    await waitFor(() => expect(window.labels().size).toBe(3))
    await press('{Escape}', 'f')
    await waitFor(() => expect(window.labels().size).toBe(4))
    expect([...window.labels()].map(([id, { status }]) => `${id} ${String(status)}`).sort()).toEqual([
      'u1 flagged',
      'u10 flagged',
      'u11 flagged',
      'u12 flagged'
    ])
  })

  it('is given a choice by name, which one undo takes back', async () => {
    const window = await openIntents()
    await press('{F6}', ctrl('a'), 'l', 'play', '{Enter}')
    await waitFor(() => expect(window.labels().size).toBe(12))
    await screen.findByText('Chose “Play” for')
    const chosen = new Set([...window.labels().values()].map(({ answers }) => JSON.stringify(answers)))
    await press(ctrl('z'))
    const todo = () => [...window.labels().values()].filter(({ status }) => status === 'todo').length
    await waitFor(() => expect(todo()).toBe(12))
    expect([...chosen]).toEqual(['{"intent":{"chosen":["play"]}}'])
  })

  it('has its keys in the key sheet, whatever has the focus', async () => {
    await openIntents()
    await press('?')
    const group = (await screen.findByRole('heading', { name: /^List of items/ })).parentElement
    const keys = ['Row down', 'Open the item of the row', 'Select all that are shown', 'Skip all selected']
    expect(keys.filter(title => within(group ?? document.body).queryByText(title) === null)).toEqual([])
  })

  it('says of a read-only project that nothing can be done to it', async () => {
    const disk = intents(folder)
    const project = JSON.parse(disk[`${folder}/goldset.json`] ?? '') as Record<string, unknown>
    await openIntents({
      ...disk,
      [`${folder}/goldset.json`]: JSON.stringify({ ...project, goldset: 'project/9' })
    })
    await press('{F6}', ctrl('a'))
    const bar = await screen.findByRole('region', { name: 'Selected items' })
    expect(bar.textContent).toContain('Read-only: nothing can be done to them.')
  })
})

describe('finding an item', () => {
  it('goes to it by its id or a part of its text', async () => {
    await openIntents()
    for (const [text, found] of [
      ['u7', 'u7'],
      ['nce 11, <I>', 'u11']
    ] as const) {
      await press(ctrl('g'))
      const field = screen.getByRole('combobox')
      fireEvent.change(field, { target: { value: `#${text}` } })
      await screen.findByRole('option', { name: title => title.includes(`${found.slice(1)},`) })
      await press('{Enter}')
      await waitFor(() => expect(item()).toBe(found))
    }
  })

  it('takes a number as the queue counts, and says where there is no such item', async () => {
    const disk = intents(folder, 12)
    const data = `${folder}/data/intents.csv`
    await openIntents({ ...disk, [data]: (disk[data] ?? '').replace(/^u3,.*$/m, 'u3') })
    const seek = async (number: number) => {
      fireEvent.change(screen.getByRole('combobox'), { target: { value: `#${number}` } })
      const option = await screen.findByRole('option', { name: /: Utterance|There is no item/ })
      return [option.textContent, option.getAttribute('aria-disabled')]
    }
    await press(ctrl('g'))
    const said = [await seek(12), await seek(0), await seek(11)]
    await press('{Enter}')
    await waitFor(() => expect(item()).toBe('u12'))
    expect(said).toEqual([
      ['There is no item 12 among the 11 items.', 'true'],
      ['There is no item 0 among the 11 items.', 'true'],
      ['Go to item 11: Utterance 12, <i>as said</i>', 'false']
    ])
  })

  it('says that no item has the text', async () => {
    await openIntents()
    await press(ctrl('g'))
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '#zebra' } })
    await screen.findByText('No item has this in its id or text.')
  })
})
