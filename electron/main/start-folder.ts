import type { Desktop } from './handlers.ts'
import { placeSample } from './samples.ts'

/** The sample a newcomer starts on. */
const FIRST_SAMPLE = 'product-reviews'

const asked = new WeakSet<Desktop>()

/** Whether the page has asked where to start: from then on it hears of projects that are asked for. */
export const startIsOver = (desktop: Desktop): boolean => asked.has(desktop)

/**
 * The project to open without being asked: the command line's, or on a first start the sample. Said once: when the page
 * is loaded again, it stays where the person went.
 */
export async function folderAtStart(desktop: Desktop): Promise<string | undefined> {
  const { place, session, settings } = desktop
  const over = asked.has(desktop)
  asked.add(desktop)
  if (session.root !== null) return session.root
  if (over) return undefined
  if (place.folder !== undefined) return place.folder
  if (!place.firstRunSample || settings.recents.length > 0) return undefined
  const sample = await placeSample(place, FIRST_SAMPLE)
  if (!sample.ok) return undefined
  session.grants.give(sample.value)
  return sample.value
}
