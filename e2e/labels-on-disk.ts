import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { labelPlace } from '../project/label-files.ts'
import { labelSet } from '../schemas/label-set.ts'
import { writeProject } from './project-on-disk.ts'

export interface TeamWork {
  readonly annotators: readonly string[]
  /** Days of work, in order, of UTC. */
  readonly days: readonly string[]
  /** About so many label files of each annotator on each day; now and then somebody is away. */
  readonly perDay: number
  readonly items: number
  readonly entities: readonly string[]
  readonly moods: readonly string[]
}

const statusOf = (n: number) => (n % 37 === 0 ? 'skipped' : n % 91 === 0 ? 'flagged' : 'submitted')

/**
 * A project as a team leaves it after many days: everybody has a part of the items to themselves and a speed of their own,
 * and some labels are used far more often than others. The same every time.
 */
export async function writeTeamWork(folder: string, work: TeamWork): Promise<void> {
  const { annotators, days, perDay, entities, moods } = work
  const texts = Array.from({ length: work.items }, (_, n) => `Anna sings in Paris, number ${n + 1}`)
  await writeProject(folder, { texts, entities, moods })
  const spans = labelSet(entities)
  const chosen = labelSet(moods)
  let item = 0
  for (const [who, annotator] of annotators.entries())
    for (const [place, day] of days.entries())
      for (let n = 0; n < amount(perDay, who, place) && item < work.items; n++) {
        item++
        const wave = 1 + 0.18 * Math.sin(place * 1.7 + who) + (item % 5) * 0.02
        const id = `r${item}`
        const label = {
          goldset: 'label/1',
          item: { id, source: 'data/words.jsonl', fingerprint: '' },
          annotator,
          status: statusOf(item),
          schemaVersion: 1,
          guidelineVersion: 0,
          revision: 1,
          savedAt: `${day}T12:${String(n % 60).padStart(2, '0')}:00.000Z`,
          activeMs: Math.round(12_000 * (1 + who * 0.25) * wave),
          labelers: { entities: 'text-entities/1', mood: 'choice/1' },
          answers: {
            entities: {
              offsetUnit: 'codepoint',
              spans: [
                { id: 's1', start: 0, end: 4, label: often(spans, item)?.id, text: 'Anna' },
                { id: 's2', start: 14, end: 19, label: often(spans, item * 7)?.id, text: 'Paris' }
              ]
            },
            mood: { chosen: [often(chosen, item * 3)?.id] }
          }
        }
        const path = join(folder, labelPlace(annotator, id))
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, `${JSON.stringify(label, null, 2)}\n`)
      }
}

function amount(perDay: number, who: number, day: number): number {
  if ((day + who * 3) % 8 === 6) return 0
  return Math.round(perDay * (0.7 + 0.6 * ((day * 0.37 + who * 0.21) % 1)))
}

/** One of a list, the first ones far more often than the last. */
function often<T>(list: readonly T[], n: number): T | undefined {
  const part = ((n * 0.618_034) % 1) ** 2
  return list[Math.floor(part * list.length)]
}
