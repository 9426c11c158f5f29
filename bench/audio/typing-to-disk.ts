import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const WORDS = 15
/** Milliseconds from letter to letter of somebody who types quickly. */
const LETTER = 70

/**
 * Types words with a pause after each. Milliseconds from each last letter to the label file in which it is, that of one
 * item in this folder.
 */
export async function typingToDisk(page: Page, labels: string): Promise<readonly number[]> {
  await page.evaluate(() => {
    const at = globalThis as unknown as { typed: number }
    const note = (event: KeyboardEvent) => (at.typed = performance.timeOrigin + event.timeStamp)
    addEventListener('keydown', note, { capture: true })
  })
  const times: number[] = []
  for (let word = 0; word < WORDS; word++) {
    await page.keyboard.type(' itches', { delay: LETTER })
    const typed = await page.evaluate(() => (globalThis as unknown as { typed: number }).typed)
    times.push((await lastWritten(labels)) - typed)
  }
  return times
}

/** When a folder of label files was written last, once it has been quiet for as long as saves may take. Since 1970. */
async function lastWritten(labels: string): Promise<number> {
  await new Promise(resolve => setTimeout(resolve, 700))
  const names = readdirSync(labels, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.json')
  )
  // The time of change is that of the rename.
  return Math.max(...names.map(name => statSync(join(labels, name)).ctimeMs))
}
