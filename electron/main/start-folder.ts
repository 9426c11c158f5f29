import type { Desktop } from './handlers.ts'
import { placeSample } from './samples.ts'

/** The sample a newcomer starts on. */
const FIRST_SAMPLE = 'product-reviews'

const asked = new WeakSet<Desktop>()

/**
 * The project to open without being asked: the command line's, or on a first start the sample. Said once: when the page
 * is loaded again, it stays where the person went.
 */
export async function folderAtStart(desktop: Desktop): Promise<string | undefined> {
  const { place, session, settings } = desktop
  if (session.root !== null) return session.root
  if (asked.has(desktop)) return undefined
  asked.add(desktop)
  if (place.folder !== undefined) return place.folder
  if (!place.firstRunSample || settings.recents.length > 0) return undefined
  const sample = await placeSample(place, FIRST_SAMPLE)
  return sample.ok ? sample.value : undefined
}
