import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { intents } from '../../test/intents.ts'
import { openWindow, type TestWindow } from '../../test/window.tsx'

const folder = '/data/intents'
const data = `${folder}/data/intents.csv`
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => userEvent.setup().keyboard(key)), Promise.resolve())
const choose = () => userEvent.setup().click(screen.getByRole('button', { name: 'Choose where it is now…' }))
const words = () => screen.getByRole('main').textContent

/** Ana has answered u1, and then the data lies at each of `places`, relative to the project, instead. */
async function withDataAt(
  picked: string,
  ...places: readonly (readonly [string, string])[]
): Promise<TestWindow> {
  const before = await openWindow(intents(folder), { open: folder })
  await screen.findByRole('heading', { name: 'u1' })
  await press('b')
  await waitFor(() => expect(document.querySelector('[data-save="saved"]')).not.toBeNull())
  await before.session.close()
  cleanup()
  const disk = Object.fromEntries(before.desktop.files.snapshot())
  const csv = Buffer.from(disk[data] ?? '').toString()
  delete disk[data]
  for (const [path, text] of places) disk[`${folder}/${path}`] = Buffer.from(text === '' ? csv : text)
  const window = await openWindow(disk, { open: folder, pick: () => `${folder}/${picked}` })
  await screen.findByText('The data is not where it was')
  return window
}

it('a project whose data was moved opens, says so, and is whole again when its new place is chosen', async () => {
  const window = await withDataAt('moved/calls.csv', ['moved/calls.csv', ''])
  const said = words()
  await choose()
  await screen.findByRole('heading', { name: 'u1' })
  await screen.findByText('The data is found again')
  expect({
    said,
    now: screen.queryByText('The data is not where it was'),
    chosen: screen.getByRole('radio', { name: /Book/ }).getAttribute('aria-checked'),
    labels: [...window.labels().keys()],
    source: window.session.current?.open.project.sources.map(({ path }) => path)
  }).toEqual({
    said: expect.stringContaining(
      'There is no data/intents.csv in the project folder. The answers are kept.'
    ),
    now: null,
    chosen: 'true',
    labels: ['u1'],
    source: ['moved/calls.csv']
  })
})

it('other data is refused in place, and the offer stays', async () => {
  const window = await withDataAt('other.csv', ['other.csv', 'id,text\nu9,Something\n'])
  await choose()
  await screen.findByText(/labelled items that were looked for/)
  expect({
    said: words(),
    source: window.session.current?.open.project.sources.map(({ path }) => path)
  }).toEqual({
    said: expect.stringContaining(
      'It was not taken.other.csv: 1 of the 1 labelled items that were looked for is not there: "u1". Nothing was changed.'
    ),
    source: ['data/intents.csv']
  })
})

it('a place outside the project is refused with what to do, and the palette has the offer too', async () => {
  await withDataAt('../calls.csv', ['../calls.csv', ''])
  await press('{Control>}k{/Control}', 'where the data is', '{Enter}')
  expect(
    await screen.findByText(
      /outside the project folder. Move it into the project folder, then choose it there/
    )
  ).toBeTruthy()
})
