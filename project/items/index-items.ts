import type { Project } from '../../schemas/project.ts'
import type { Files } from '../files.ts'
import type { ItemIndex } from '../item-index.ts'
import { absentRows } from './absent-rows.ts'
import { GrowingIndex } from './growing-index.ts'
import { Indexing } from './indexing.ts'
import { openSource } from './open-source.ts'
import { Pace } from './pace.ts'
import type { SourceRows } from './source-rows.ts'

/** Data up to this many bytes is read whole before anything else: that takes no longer than a blink. */
const SMALL = 1 << 20

export interface IndexOptions {
  /** Bytes up to which sources are indexed whole before the index is there. */
  readonly small?: number
}

/**
 * Indexes the sources of a project. Small data is whole when this resolves, without holes; of larger data it resolves
 * as soon as the first items can be asked for, and goes on by itself.
 */
export async function indexItems(
  files: Files,
  root: string,
  project: Pick<Project, 'sources' | 'fields'>,
  options: IndexOptions = {}
): Promise<ItemIndex> {
  const sources: SourceRows[] = []
  for (const source of project.sources) {
    const opened = await openSource(files, root, source, project.fields)
    sources.push(opened.ok ? opened.value : absentRows(source, opened.problems))
  }
  const pace = new Pace()
  const indexing = new Indexing(sources, pace)
  const index = new GrowingIndex(indexing, pace, project)
  const running = indexing.run()
  if (indexing.total <= (options.small ?? SMALL)) {
    await running
    indexing.compact()
  } else while (pace.state === 'running' && !indexing.isCertain(0)) await pace.step
  return index
}
