import type { Project } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'
import type { ItemIndex } from '../item-index.ts'
import type { ItemDraft } from '../sources/row-items.ts'
import { sourceItems } from '../sources/source-items.ts'
import { uniqueIds } from '../sources/unique-ids.ts'
import { itemsInMemory } from './items-in-memory.ts'

/** Indexes the sources of a project. Resolves as soon as the first items can be asked for. */
export async function indexItems(files: Files, root: string, project: Project): Promise<ItemIndex> {
  const drafts: ItemDraft[] = []
  const problems: Problem[] = []
  for (const source of project.sources)
    for (const { draft, problem } of await sourceItems(files, root, source, project.fields)) {
      if (draft === undefined) problems.push(problem)
      else drafts.push(draft)
    }
  const { items, problems: idProblems } = uniqueIds(drafts)
  return itemsInMemory(items, project, [...problems, ...idProblems])
}
