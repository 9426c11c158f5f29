import type { Project } from '../../schemas/project.ts'
import type { Files } from '../files.ts'
import type { ItemIndex } from '../item-index.ts'
import { absentRows } from './absent-rows.ts'
import { GrowingIndex } from './growing-index.ts'
import { Indexing } from './indexing.ts'
import { openSource } from './open-source.ts'
import { keepIndex, keptIndex } from './index-cache.ts'
import { Ended, Pace } from './pace.ts'
import type { SourceRows } from './source-rows.ts'

/** Data up to this many bytes is read whole before anything else: that takes no longer than a blink. */
const SMALL = 1 << 20

export interface IndexOptions {
  /** Bytes up to which sources are indexed whole before the index is there; files count as 4,096 each. */
  readonly small?: number
  /** Whether an index that took longer may be kept in the project for the next time. What is kept is used in any case. */
  readonly keep?: boolean
}

/**
 * Indexes the sources of a project. Small data is whole when this resolves, without holes; of larger data it resolves
 * as soon as the first items can be asked for, and goes on by itself.
 */
export async function indexItems(
  files: Files,
  root: string,
  project: Pick<Project, 'sources' | 'fields'>,
  { small = SMALL, keep = false }: IndexOptions = {}
): Promise<ItemIndex> {
  const key = JSON.stringify([project.fields, project.sources])
  const kept = await keptIndex(files, root, key)
  if (kept !== undefined) {
    const pace = new Pace()
    const indexing = new Indexing(await openSources(files, root, project), pace)
    if (await indexing.restore(kept)) return new GrowingIndex(indexing, pace, project)
  }
  const pace = new Pace()
  const indexing = new Indexing(await openSources(files, root, project), pace)
  const running = indexing.run()
  const isLarge = () => indexing.total > small
  while (pace.state === 'running' && !(isLarge() && indexing.isCertain(0)))
    await Promise.race([pace.step, running])
  if (pace.state === 'whole') await indexing.compact()
  const keeping = running.then(() =>
    keep && isLarge() ? keepWhole(files, root, key, indexing, pace) : undefined
  )
  return new GrowingIndex(indexing, pace, project, keeping)
}

async function openSources(
  files: Files,
  root: string,
  { sources, fields }: Pick<Project, 'sources' | 'fields'>
): Promise<readonly SourceRows[]> {
  const opened: SourceRows[] = []
  for (const source of sources) {
    const rows = await openSource(files, root, source, fields)
    opened.push(rows.ok ? rows.value : absentRows(source, rows.problems))
  }
  return opened
}

async function keepWhole(
  files: Files,
  root: string,
  key: string,
  indexing: Indexing,
  pace: Pace
): Promise<void> {
  if (pace.ended) return
  try {
    const whole = await indexing.kept(key)
    if (whole !== undefined) await keepIndex(files, root, whole, () => pace.pause())
  } catch (error) {
    if (!(error instanceof Ended)) throw error
  }
}
