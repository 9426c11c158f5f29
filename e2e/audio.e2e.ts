import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { labelsOnDisk } from './project-on-disk.ts'
import { hummed, writeRecordings } from './recordings.ts'
import { seriousViolations } from './violations.ts'

let person: Person
let folder: string
let app: App

beforeEach(async () => {
  person = await newPerson()
  folder = join(person.home, 'project')
})
afterEach(async () => {
  await app.kill()
  await person.leave()
})

/** Twelve seconds in which somebody is heard four times. */
const twelve = hummed(12, [
  [1, 2.4],
  [3.2, 4.8],
  [5.6, 7],
  [8, 9.2]
])

async function open(config?: Readonly<Record<string, unknown>>): Promise<void> {
  const recordings = new Map([
    ['a.wav', twelve],
    ['b.wav', hummed(3, [[1, 2]])]
  ])
  await writeRecordings(folder, recordings, config)
  app = await startApp(person, { args: [folder] })
  await toolbar().getByRole('button', { name: /^Play/ }).waitFor()
  // It is there once the recording is open: before that its keys do nothing.
  if (config?.['mode'] !== 'whole') await app.page.getByRole('button', { name: /^Find speech/ }).waitFor()
}

/** A busy machine is not a failure. */
const patience = { timeout: 10_000 }
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await app.page.keyboard.press(key)
}
const type = (text: string) => app.page.keyboard.type(text)
const toolbar = (): Locator => app.page.getByRole('toolbar', { name: 'Playback' })
const isPlaying = async () =>
  (await toolbar()
    .getByRole('button', { name: /^Pause/ })
    .count()) > 0
/** Seconds that the playhead stands at. */
const playhead = async () => {
  const [, minutes = '', seconds = ''] = /(\d\d):(\d\d\.\d\d)/.exec(await toolbar().innerText()) ?? []
  return Number(minutes) * 60 + Number(seconds)
}
const panel = () => app.page.getByRole('group', { name: 'Find speech' })
/** The text of a segment takes the keys. */
const write = async (number: number) => {
  const row = app.page.locator(`[role=row][aria-rowindex="${number + 1}"]`)
  await row.locator('[role=cell]').last().click()
  await field(number).click()
}
const field = (number: number) => app.page.getByRole('textbox', { name: `Text of segment ${number}` })

interface Said {
  readonly segments: readonly {
    readonly start: number
    readonly end: number
    readonly speaker: string | null
    readonly text: string
  }[]
  readonly transcript?: string
}

async function saidOnDisk(item: string): Promise<Said | undefined> {
  return (await labelsOnDisk(folder)).get(item)?.answers['said'] as Said | undefined
}

/** The segments in the label file of an item, one line each: `nurse Hello?`. */
async function onDisk(item = 'a.wav'): Promise<readonly string[]> {
  return ((await saidOnDisk(item))?.segments ?? []).map(({ speaker, text }) => `${speaker ?? '?'} ${text}`)
}

async function expectOnDisk(lines: readonly string[], item?: string): Promise<void> {
  await expect.poll(() => onDisk(item), patience).toEqual(lines)
}

/** Makes segments of the four stretches, as somebody does who has only keys. */
async function findSpeech(): Promise<void> {
  await press('Control+Alt+d')
  await panel()
    .getByText(/^4 segments/)
    .waitFor()
  await press('Enter')
  await panel().waitFor({ state: 'detached' })
  await expectOnDisk(['? ', '? ', '? ', '? '])
}

test('speech is found by sliders and keys, and what is found lies where somebody is heard', async () => {
  await open()
  await press('Control+Alt+d')
  await panel()
    .getByText(/^4 segments, .* of speech/)
    .waitFor()
  // Silences of more than 0.8 s part segments: two pieces, and then one.
  await press('Tab', 'Tab')
  for (let step = 0; step < 12; step++) await press('ArrowRight')
  await panel()
    .getByText(/^[12] segments?,/)
    .waitFor()
  for (let step = 0; step < 12; step++) await press('ArrowLeft')
  await panel()
    .getByText(/^4 segments/)
    .waitFor()
  await press('Enter')
  await expectOnDisk(['? ', '? ', '? ', '? '])
  const { segments = [] } = (await saidOnDisk('a.wav')) ?? {}
  const heard = [1, 2.4, 3.2, 4.8, 5.6, 7, 8, 9.2]
  const off = segments
    .flatMap(({ start, end }) => [start, end])
    .map((edge, n) => Math.abs(edge - (heard[n] ?? 0)))
  expect(Math.max(...off)).toBeLessThan(0.2)

  // All of it has segments now: nothing is added, and replacing asks once there is text.
  await press('Control+z')
  await expectOnDisk([])
  await press('Control+Shift+z')
  await expectOnDisk(['? ', '? ', '? ', '? '])
  expect(app.errors).toEqual([])
})

test('it is heard, stopped and moved while a text is typed, and no letter is lost to a key', async () => {
  await open()
  await findSpeech()
  await press('Control+ArrowDown')
  await expect.poll(isPlaying, patience).toBe(true)
  const first = await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  await type('jlrmp n[]z -1 2')
  await press('Escape')
  await expect.poll(isPlaying, patience).toBe(false)
  await press('F2')
  const after = await playhead()
  await press('F1')
  const before = await playhead()
  await press('F4', 'F4', 'F3')
  const speed = await toolbar()
    .getByLabel(/^Speed/)
    .innerText()
  await press('Escape')
  await expect.poll(isPlaying, patience).toBe(true)
  await press('Escape')
  await expect.poll(isPlaying, patience).toBe(false)
  const number = Number(/\d/.exec(first)?.[0])
  expect({ moved: after - before, speed, typed: await field(number).inputValue() }).toEqual({
    moved: expect.closeTo(2, 1),
    speed: '1.10×',
    typed: 'jlrmp n[]z -1 2'
  })
  expect(app.errors).toEqual([])
})

test('segments are typed one after another, given speakers, split at the caret, merged and undone, all while typing', async () => {
  await open()
  await findSpeech()
  await write(1)
  await press('Alt+1')
  await type('Hello? ;n')
  await press('Control+ArrowDown')
  // Stopped at its very start, it would be in no segment.
  const second = (await saidOnDisk('a.wav'))?.segments[1]?.start ?? Infinity
  await expect.poll(playhead, patience).toBeGreaterThan(second + 0.1)
  await press('Escape', 'Alt+2')
  await type('Yes. It itches.')
  await expectOnDisk(['nurse Hello? [noise]', 'caller Yes. It itches.', '? ', '? '])

  // The playhead stands in it; the caret is behind the first sentence.
  for (let letter = 0; letter < 11; letter++) await press('ArrowLeft')
  await press('Control+/')
  await expectOnDisk(['nurse Hello? [noise]', 'caller Yes.', 'caller It itches.', '? ', '? '])
  await press('Control+Shift+m')
  await expectOnDisk(['nurse Hello? [noise]', 'caller Yes. It itches.', '? ', '? '])
  await press('Control+z')
  await expectOnDisk(['nurse Hello? [noise]', 'caller Yes.', 'caller It itches.', '? ', '? '])
  await press('Control+z', 'Control+z')
  await expectOnDisk(['nurse Hello? [noise]', 'caller Yes. It ', '? ', '? '])
  await press('Control+Shift+z', 'Control+Shift+z', 'Control+Shift+z')
  await expectOnDisk(['nurse Hello? [noise]', 'caller Yes. It itches.', '? ', '? '])
})

test('marks at the playhead make segments while it plays', async () => {
  await open()
  await press('Space')
  await expect.poll(isPlaying, patience).toBe(true)
  await expect.poll(playhead, patience).toBeGreaterThan(0.3)
  await press('[')
  const begun = await playhead()
  await expect.poll(playhead, patience).toBeGreaterThan(begun + 1)
  const before = await playhead()
  await press(']', 'Space')
  await expect.poll(isPlaying, patience).toBe(false)
  await expect.poll(async () => (await saidOnDisk('a.wav'))?.segments.length, patience).toBe(1)
  const [made] = (await saidOnDisk('a.wav'))?.segments ?? []
  // It plays on between a key and a look at the clock, and no machine is idle.
  expect([made?.start, made?.end, begun < before]).toEqual([
    expect.closeTo(begun, 0),
    expect.closeTo(before, 0),
    true
  ])
})

test('what was typed is on the disk when the application is killed, and beside it what was chosen', async () => {
  await open()
  await findSpeech()
  await write(1)
  await type('Is she still taking it?')
  await new Promise(resolve => setTimeout(resolve, 300))
  await app.kill()
  expect((await onDisk())[0]).toBe('? Is she still taking it?')

  app = await startApp(person, { args: [folder] })
  // It goes on with the first segment that has no text.
  await field(2).waitFor()
  await app.page.getByText('Is she still taking it?').waitFor()
  await app.page.getByText('Booked').click()
  await expect
    .poll(async () => (await labelsOnDisk(folder)).get('a.wav')?.answers['end'], patience)
    .toMatchObject({ chosen: ['booked'] })
  expect((await onDisk())[0]).toBe('? Is she still taking it?')
})

test('leaving the item and closing the window wait for the last letter', async () => {
  await open()
  await findSpeech()
  await write(1)
  await type('Right')
  await press('Shift+Tab', 'd')
  await app.page.getByRole('heading', { name: 'b.wav' }).waitFor()
  await expectOnDisk(['? Right', '? ', '? ', '? '])
  await press('a')
  await app.page.getByRole('heading', { name: 'a.wav' }).waitFor()
  await write(1)
  await press('End')
  await type(', the pink one')
  await app.close()
  expect((await onDisk())[0]).toBe('? Right, the pink one')
  app = await startApp(person, { args: [folder] })
})

test('the whole recording is one text, with marks, keys and findings of its own', async () => {
  await open({ mode: 'whole' })
  const text = app.page.getByRole('textbox', { name: /^Text of the whole recording/ })
  await text.click()
  await type('Hello ;n It was  38 ')
  const findings = app.page.getByRole('list', { name: 'Findings in the text' }).getByRole('listitem')
  await expect.poll(() => findings.count(), patience).toBe(3)
  await press('Control+.')
  await press('Escape')
  await expect.poll(isPlaying, patience).toBe(true)
  await press('Escape')
  await expect.poll(isPlaying, patience).toBe(false)
  await expect
    .poll(async () => (await saidOnDisk('a.wav'))?.transcript, patience)
    .toBe('Hello [noise] It was  38')
  await press('Control+z')
  await expect
    .poll(async () => (await saidOnDisk('a.wav'))?.transcript, patience)
    .toBe('Hello [noise] It was  38 ')
  expect(app.errors).toEqual([])
})

test('the spectrogram is drawn for what is in sight, and nothing serious is wrong for those who cannot see it', async () => {
  await open()
  await findSpeech()
  await press('p')
  const picture = app.page.getByRole('img', { name: 'Spectrogram' }).locator('canvas')
  /** Pixels that can be seen. */
  const inked = () =>
    picture.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      let count = 0
      for (let at = 3; at < data.length; at += 4) if (data[at]! > 100) count++
      return count
    })
  await picture.waitFor()
  await expect.poll(inked, patience).toBeGreaterThan(500)
  const violations = await seriousViolations(app.page)
  await press('Control+Alt+d')
  await panel().waitFor()
  expect([violations, await seriousViolations(app.page)]).toEqual([[], []])
})
