import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { intents } from '../../test/intents.ts'
import { openWindow, type TestWindow } from '../../test/window.tsx'

const folder = '/data/intents'

async function openIntents(disk = intents(folder)): Promise<TestWindow> {
  const window = await openWindow(disk, { open: folder })
  await screen.findByRole('heading', { name: 'u1' })
  return window
}

const press = async (...keys: string[]) => {
  const user = userEvent.setup()
  for (const key of keys) await user.keyboard(key)
}
const item = () => screen.getByRole('heading', { level: 1 }).textContent
const status = () => screen.getByRole('contentinfo').textContent?.replaceAll(/\s+/g, ' ') ?? ''
const saved = () => waitFor(() => expect(document.querySelector('[data-save="saved"]')).not.toBeNull())
const onDisk = (window: TestWindow) =>
  [...window.labels()]
    .map(([id, label]) => `${id} ${String(label['status'])} ${JSON.stringify(label['answers'])}`)
    .sort()

describe('labelling by keyboard', () => {
  it('gives answers by key, submits, goes on, and everything is on the disk', async () => {
    const window = await openIntents()
    await press('b', 'k', '{Control>}{Enter}{/Control}')
    await waitFor(() => expect(item()).toBe('u2'))
    await press('p', '{Enter}')
    await waitFor(() => expect(item()).toBe('u3'))
    await saved()
    expect(onDisk(window)).toEqual([
      'u1 submitted {"intent":{"chosen":["book"]},"constructor":{"chosen":["kind"]}}',
      'u2 submitted {"intent":{"chosen":["play"]},"constructor":{"chosen":[]}}'
    ])
  })

  it('takes a submitted item without a choice as answered with none, and undo takes both back at once', async () => {
    const window = await openIntents()
    await press('b', '{Enter}')
    await waitFor(() => expect(item()).toBe('u2'))
    await saved()
    const submitted = onDisk(window)
    await press('{Control>}z{/Control}')
    await waitFor(() => expect(item()).toBe('u1'))
    await saved()
    expect({ submitted, undone: onDisk(window) }).toEqual({
      submitted: ['u1 submitted {"intent":{"chosen":["book"]},"constructor":{"chosen":[]}}'],
      undone: ['u1 draft {"intent":{"chosen":["book"]}}']
    })
  })

  it('refuses to submit what is incomplete: says what is missing with its keys and stays', async () => {
    await openIntents()
    await press('{Alt>}{ArrowDown}{/Alt}', '{Control>}{Enter}{/Control}')
    const side = screen.getByRole('complementary', { name: 'Answers' })
    expect({
      item: item(),
      focused: within(side).getByRole('region', { current: true }).getAttribute('aria-label'),
      why: within(side).getByRole('status').textContent
    }).toEqual({ item: 'u1', focused: 'Intent', why: 'Intent is missing:BP' })
  })

  it('gives the digits to the task that has the keys, and letters to every task', async () => {
    const window = await openIntents()
    await press('2', '{Alt>}{ArrowDown}{/Alt}', '1', 'b')
    await saved()
    expect(onDisk(window)).toEqual([
      'u1 draft {"intent":{"chosen":["book"]},"constructor":{"chosen":["kind"]}}'
    ])
  })

  it('skips, flags, marks unsure and comments', async () => {
    const window = await openIntents()
    await press('s')
    await waitFor(() => expect(item()).toBe('u2'))
    await press('f', 'u', 'c')
    await press('two voices', '{Enter}')
    await saved()
    const { status: flagged, unsure, comments } = window.labels().get('u2') ?? {}
    expect({ u1: window.labels().get('u1')?.['status'], flagged, unsure, comments }).toMatchObject({
      u1: 'skipped',
      flagged: 'flagged',
      unsure: true,
      comments: [{ text: 'two voices', by: 'ana-gomez' }]
    })
  })

  it('lets a text field keep its letters, and acts on Ctrl forms even there', async () => {
    const window = await openIntents()
    await press('b', '{Control>}{Shift>}f{/Shift}{/Control}', 'sd')
    const field = screen.getByRole('searchbox')
    expect({ field: (field as HTMLInputElement).value, item: item() }).toEqual({ field: 'sd', item: 'u1' })
    await press('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(window.labels().get('u1')?.['status']).toBe('submitted'))
  })

  it('ignores every key while an input method composes, and held keys submit once', async () => {
    const window = await openIntents()
    fireEvent.keyDown(document.body, { key: 'b', code: 'KeyB', isComposing: true })
    fireEvent.keyDown(document.body, { key: 'b', code: 'KeyB', keyCode: 229 })
    await press('p')
    for (const repeat of [false, true, true])
      fireEvent.keyDown(document.body, { key: 'Enter', code: 'Enter', ctrlKey: true, repeat })
    await waitFor(() => expect(item()).toBe('u2'))
    await saved()
    expect(onDisk(window)).toEqual([
      'u1 submitted {"intent":{"chosen":["play"]},"constructor":{"chosen":[]}}'
    ])
  })
})

describe('a comment that is typed and not posted', () => {
  const comments = (window: TestWindow) =>
    [...window.labels()].map(([id, label]) => {
      const texts = (label['comments'] as { text: string }[] | undefined)?.map(comment => comment.text) ?? []
      return `${id} ${String(label['status'])}: ${texts.join()}`
    })
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'New comment' })

  it('is posted to its item before Ctrl+Enter submits it, and the next item has an empty box without the focus', async () => {
    const window = await openIntents()
    await press('b', 'c', 'two voices', '{Control>}{Enter}{/Control}')
    await waitFor(() => expect(item()).toBe('u2'))
    const next = { text: box().value, focused: document.activeElement === box() }
    await press('p')
    await saved()
    expect({ next, disk: comments(window) }).toEqual({
      next: { text: '', focused: false },
      disk: ['u1 submitted: two voices', 'u2 draft: ']
    })
  })

  it('is posted to its item when another one is shown', async () => {
    const window = await openIntents()
    await press('c', 'noise', '{Escape}', 'd')
    await waitFor(() => expect(item()).toBe('u2'))
    await saved()
    expect(comments(window)).toEqual(['u1 todo: noise'])
  })

  it('waits for its item while undo shows another one, so that redo stays possible', async () => {
    await openIntents()
    await press('b', '{Enter}')
    await waitFor(() => expect(item()).toBe('u2'))
    await press('c', 'later', '{Escape}', '{Control>}z{/Control}')
    await waitFor(() => expect(item()).toBe('u1'))
    const meanwhile = box().value
    await press('{Control>}y{/Control}', 'd')
    await waitFor(() => expect(item()).toBe('u2'))
    expect([meanwhile, box().value]).toEqual(['', 'later'])
  })

  it('is posted before the project is left, and coming back to the screen does not take the focus', async () => {
    const window = await openIntents()
    await press('c', 'wind', '{Control>},{/Control}')
    await screen.findByRole('heading', { name: 'Settings' })
    await press('{Escape}')
    await waitFor(() => expect(item()).toBe('u1'))
    const back = { text: box().value, focused: document.activeElement === box() }
    await press('{Alt>}{Home}{/Alt}')
    await screen.findByText('Open a folder')
    expect({ back, disk: comments(window) }).toEqual({
      back: { text: 'wind', focused: false },
      disk: ['u1 todo: wind']
    })
  })

  it('lets Alt+Home lead home while it is typed', async () => {
    await openIntents()
    await press('c', 'wind', '{Alt>}{Home}{/Alt}')
    await screen.findByText('Open a folder')
  })
})

describe('undo', () => {
  it('goes back across items to the first state, and redo forward again', async () => {
    const window = await openIntents()
    await press('b', '{Enter}')
    await waitFor(() => expect(item()).toBe('u2'))
    await press('p', 'k', '{Control>}zzz{/Control}')
    await waitFor(() => expect(item()).toBe('u1'))
    await press('{Control>}z{/Control}')
    await saved()
    const undone = onDisk(window)
    await press('{Control>}yyyy{/Control}')
    await waitFor(() => expect(item()).toBe('u2'))
    await saved()
    expect({ undone, redone: onDisk(window) }).toEqual({
      undone: ['u1 todo {}', 'u2 todo {}'],
      redone: [
        'u1 submitted {"intent":{"chosen":["book"]},"constructor":{"chosen":[]}}',
        'u2 draft {"intent":{"chosen":["play"]},"constructor":{"chosen":["kind"]}}'
      ]
    })
  })
})

describe('a disk that is full', () => {
  it('says so, keeps the work, and saves it when there is room', async () => {
    const window = await openIntents()
    window.full = true
    await press('b', '{Enter}')
    await waitFor(() => expect(item()).toBe('u2'))
    await press('p')
    await waitFor(() => expect(status()).toContain('Not saved 2 answers'))
    const before = onDisk(window)
    window.full = false
    await press('{Control>}s{/Control}')
    await saved()
    expect({ before, after: onDisk(window) }).toEqual({
      before: [],
      after: [
        'u1 submitted {"intent":{"chosen":["book"]},"constructor":{"chosen":[]}}',
        'u2 draft {"intent":{"chosen":["play"]}}'
      ]
    })
  })

  it('does not let the window close over unsaved answers', async () => {
    const window = await openIntents()
    window.full = true
    await press('b')
    await waitFor(() => expect(status()).toContain('Not saved'))
    window.tell('window.closing', null)
    await screen.findByText(/The window stays open/)
    const whileFull = window.desktop.asked.includes('close')
    window.full = false
    window.tell('window.closing', null)
    await waitFor(() => expect(window.desktop.asked).toContain('close'))
    expect({ whileFull, files: onDisk(window).length }).toEqual({ whileFull: false, files: 1 })
  })
})

describe('states of an item', () => {
  it('shows a damaged label file, asks, and starts again without touching it', async () => {
    const first = await openIntents()
    await press('b')
    await saved()
    const left = [...first.desktop.files.snapshot()].filter(([name]) => !name.includes('/.goldset/'))
    const disk = Object.fromEntries(left)
    const path = Object.keys(disk).find(name => name.includes('/labels/')) ?? ''
    disk[path] = new TextEncoder().encode('{"goldset": "label/1", "item":')
    const second = await openWindow(disk, { open: folder })
    await screen.findByText(/could not be read/)
    await press('d', 'a')
    await screen.findByRole('button', { name: /Start this item again/ })
    await press('2')
    await screen.findByRole('region', { name: 'Intent' })
    await press('p')
    await saved()
    expect(onDisk(second)).toEqual(['u1 draft {"intent":{"chosen":["play"]}}'])
  })

  it('counts an item as draft again when its damaged file is read as far as it goes', async () => {
    const first = await openIntents()
    await press('b')
    await saved()
    const left = [...first.desktop.files.snapshot()].filter(([name]) => !name.includes('/.goldset/'))
    const cut = (name: string, bytes: Uint8Array) => (name.includes('/labels/') ? bytes.slice(0, -30) : bytes)
    await openWindow(Object.fromEntries(left.map(([name, bytes]) => [name, cut(name, bytes)])), {
      open: folder
    })
    const counts = () =>
      ['to do', 'draft'].map(name =>
        screen.getByRole('button', { name: label => label.startsWith(`${name}:`) }).getAttribute('aria-label')
      )
    const way = await screen.findByRole('button', { name: /Read what can be read/ })
    const before = counts()
    fireEvent.click(way)
    await screen.findByRole('region', { name: 'Intent' })
    const after = ['to do: 3', 'draft: 1']
    await waitFor(
      () => expect({ before, now: counts() }).toEqual({ before: ['to do: 4', 'draft: 0'], now: after }),
      {
        timeout: 2000
      }
    )
  })

  it('keeps the answer of a labeler it does not know', async () => {
    await openIntents()
    expect(screen.getByRole('region', { name: 'Wheel' }).textContent).toBe(
      'Wheelemotion-wheel is not a labeler this version knows. It has no answer here.'
    )
  })

  it('shows guidelines and texts from strangers as text', async () => {
    await openIntents()
    await press('g')
    const side = screen.getByRole('complementary', { name: 'Answers' })
    expect({
      guidelines: within(side).getByRole('tabpanel').textContent,
      text: screen.getByRole('region', { name: 'Text of the item' }).textContent,
      scripts: document.querySelectorAll('main script, main i, aside script').length
    }).toEqual({
      guidelines: 'IntentChoose one.<script>alert(1)</script> is text',
      text: 'Utterance 1, <i>as said</i>',
      scripts: 0
    })
  })
})

describe('a label file that someone else wrote', () => {
  /** Another program chooses `play` for u1, as a later revision of the file on disk. */
  const writeElsewhere = async (window: TestWindow) => {
    const label = window.labels().get('u1') ?? {}
    const path =
      [...window.desktop.files.snapshot().keys()].find(name => /\/labels\/.*\.json$/.test(name)) ?? ''
    const theirs = { ...label, revision: 7, answers: { intent: { chosen: ['play'] } } }
    await window.desktop.files.write(path, `${JSON.stringify(theirs, null, 2)}\n`)
  }
  const chosen = () =>
    screen.getAllByRole<HTMLInputElement>('radio').flatMap(radio => {
      const on = radio.checked || radio.getAttribute('aria-checked') === 'true'
      return on ? [radio.getAttribute('aria-label') ?? radio.textContent] : []
    })

  it('is shown as soon as main says that it changed, and what was undoable of it is not any more', async () => {
    const window = await openIntents()
    await press('b')
    await saved()
    await writeElsewhere(window)
    const changed = await window.session.current?.changedElsewhere()
    if (changed !== undefined && changed !== null) window.tell('labels.changed', changed)
    await waitFor(() => expect(chosen().join()).toMatch(/Play/))
    await press('{Control>}z{/Control}')
    await screen.findByText('Nothing to undo.')
    expect(onDisk(window)).toEqual(['u1 draft {"intent":{"chosen":["play"]}}'])
  })

  it.each([
    ['Mine', '1', 'Book', 'u1 draft {"intent":{"chosen":["book"]},"constructor":{"chosen":["kind"]}}'],
    ['What is on disk', '2', 'Play', 'u1 draft {"intent":{"chosen":["play"]}}']
  ])(
    'is not overwritten by unsaved work until the person says which stays: %s',
    async (choice, key, shown, stays) => {
      const window = await openIntents()
      await press('b')
      await saved()
      await writeElsewhere(window)
      await press('k')
      await screen.findByText(/The answers of u1 were changed on disk meanwhile/)
      const meanwhile = onDisk(window)
      screen.getByRole('button', {
        name: label => label.replaceAll(' ', '') === `${choice}Ctrl${key}`.replaceAll(' ', '')
      })
      await press(`{Control>}${key}{/Control}`)
      await waitFor(() => expect(onDisk(window)).toEqual([stays]))
      await waitFor(() => expect(screen.queryByText(/changed on disk meanwhile/)).toBeNull())
      await waitFor(() => expect(chosen()[0]).toContain(shown))
      expect(meanwhile).toEqual(['u1 draft {"intent":{"chosen":["play"]}}'])
    }
  )
})

it('says that a project without tasks asks nothing, and that a read-only one takes no answers', async () => {
  const disk = intents(folder)
  const project = JSON.parse(disk[`${folder}/goldset.json`] ?? '') as Record<string, unknown>
  const written = { ...project, goldset: 'project/9', tasks: [] }
  await openWindow({ ...disk, [`${folder}/goldset.json`]: JSON.stringify(written) }, { open: folder })
  const side = await screen.findByRole('complementary', { name: 'Answers' })
  await within(side).findByText('This project asks no questions. Its tasks are named in goldset.json.')
  expect(within(side).getByRole('status').textContent).toBe('Read-only: nothing can be submitted.')
})

describe('the queue', () => {
  it('filters by text and status, says when nothing is found, and Escape brings all back', async () => {
    await openIntents()
    await press('s')
    await waitFor(() => expect(item()).toBe('u2'))
    const queue = screen.getByRole('complementary', { name: 'Queue' })
    fireEvent.click(within(queue).getByRole('button', { name: /^flagged/ }))
    await screen.findByText('No item is flagged')
    await press('{Escape}')
    await waitFor(() => expect(queue.textContent).toContain('All items4'))
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'Utterance 3' } })
    await waitFor(() => expect(item()).toBe('u3'))
  })

  it('takes the filter away with one Escape while it is typed, and keeps it with Enter', async () => {
    await openIntents()
    const queue = screen.getByRole('complementary', { name: 'Queue' })
    const field = screen.getByRole<HTMLInputElement>('searchbox')
    const seen: string[] = []
    for (const key of ['{Enter}', '{Escape}']) {
      field.focus()
      await press('3', key)
      await waitFor(() => expect(document.activeElement).not.toBe(field))
      seen.push(field.value)
    }
    await waitFor(() => expect(queue.textContent).toContain('All items4'))
    expect(seen).toEqual(['3', ''])
  })

  it('goes to an item by its number', async () => {
    await openIntents()
    await press('{Control>}g{/Control}', '4', '{Enter}')
    await waitFor(() => expect(item()).toBe('u4'))
  })
})
