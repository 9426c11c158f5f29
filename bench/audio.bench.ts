import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { type App, newPerson, startApp } from '../e2e/app.ts'
import { me } from '../e2e/project-on-disk.ts'
import { timeToWaveform } from './audio/first-waveform.ts'
import { recordings, SEGMENTS, writeLongRecordings } from './audio/long-recordings.ts'
import { typingToDisk } from './audio/typing-to-disk.ts'
import { windowMemory } from './audio/window-memory.ts'
import { type BenchRow, median, quantile } from './bench-row.ts'
import { framesDropped, framesDroppedWhile } from './queue/scrolling.ts'

const ROUNDS = 7
/** MB that a recording may add to the window, however long it is. */
const ADDED = 50
/** Milliseconds. */
const WAVEFORM = 100
const ON_DISK = 300
/** Of a hundred frames: the noise of one machine. */
const LOST = 2

/** The window of the real application on recordings of up to five hours. */
export async function measure(): Promise<readonly BenchRow[]> {
  const person = await newPerson()
  const folder = join(person.home, 'project')
  await writeLongRecordings(folder)
  const app = await startApp(person, { args: [folder] })
  try {
    await app.page.evaluate('globalThis.__name = named => named')
    return [
      ...(await memory(app)),
      await firstWaveform(app.page),
      ...(await manySegments(app.page, join(folder, 'labels', me)))
    ]
  } finally {
    await app.kill()
    await person.leave()
  }
}

const names = [...recordings.keys()]
const clock = (page: Page): Locator => page.getByRole('toolbar', { name: 'Playback' })

/** Goes through the queue to a recording, from the first one. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.locator('body').click({ position: { x: 5, y: 5 } })
  for (let item = 0; item < names.length; item++) await page.keyboard.press('Control+ArrowLeft')
  for (let item = 0; item < names.indexOf(name); item++) await page.keyboard.press('Control+ArrowRight')
  await page.getByRole('heading', { name }).waitFor()
  await clock(page).waitFor()
}

/** With the spectrogram, near and far, while it plays. */
async function use(page: Page): Promise<void> {
  await page.keyboard.press('p')
  await page.keyboard.press('Space')
  for (const key of ['Control+0', ...Array<string>(8).fill('+'), ...Array<string>(12).fill('l')]) {
    await page.keyboard.press(key)
    await page.waitForTimeout(120)
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('p')
}

async function memory(app: App): Promise<readonly BenchRow[]> {
  const { page } = app
  const used = async (name: string) => {
    await goTo(page, name)
    await use(page)
    return windowMemory(app)
  }
  // Twice: the first time code is read, too.
  await used('second.wav')
  const idle = await used('second.wav')
  const row = async (name: string, words: string): Promise<BenchRow> => {
    const ours = await used(name)
    return {
      name: `${words} of sound: what they add to the window of a second’s, against ${ADDED} MB`,
      unit: 'MB',
      ours,
      floor: idle,
      ratio: (ours - idle) / ADDED,
      bar: 1
    }
  }
  return [await row('minutes.wav', '10 minutes'), await row('day.wav', '5 hours')]
}

async function firstWaveform(page: Page): Promise<BenchRow> {
  const times: number[] = []
  for (let round = -1; round < ROUNDS; round++) {
    await goTo(page, 'minutes.wav')
    await page.waitForTimeout(500)
    const time = await timeToWaveform(page, 'Control+ArrowRight')
    if (round >= 0) times.push(time)
  }
  const ours = median(times)
  return {
    name: 'WAV of 2 hours: from the key that opens it to its first waveform',
    unit: 'ms',
    ours,
    floor: WAVEFORM,
    ratio: ours / WAVEFORM,
    bar: 1
  }
}

async function manySegments(page: Page, labels: string): Promise<readonly BenchRow[]> {
  await goTo(page, 'call.wav')
  const table = '[role=table] [role=rowgroup]'
  await page.locator(table).waitFor()
  const idle = await framesDroppedWhile(page, () => page.waitForTimeout(1500))
  const scrolled = await framesDropped(page, table)
  await page.locator(`${table} [role=row]`).nth(3).locator('[role=cell]').last().click()
  await page.getByRole('textbox', { name: /^Text of segment/ }).waitFor()
  const typed = await framesDroppedWhile(page, () =>
    page.keyboard.type(' so she did not sleep at all', { delay: 60 })
  )
  const times = await typingToDisk(page, labels)
  const lost = (name: string, ours: number): BenchRow => ({
    name: `${SEGMENTS.toLocaleString('en')} segments: ${name}, lost of 100 frames beyond those of a window at rest`,
    unit: 'frames',
    ours,
    floor: idle,
    ratio: ours - idle,
    bar: LOST
  })
  const ours = quantile(times, 0.95)
  return [
    lost('the table scrolled', scrolled),
    lost('a text typed', typed),
    {
      name: 'A letter among 5,000 segments is on the disk, p95 after it was typed',
      unit: 'ms',
      ours,
      floor: ON_DISK,
      ratio: ours / ON_DISK,
      bar: 1
    }
  ]
}
