import type { Item } from '../../schemas/item.ts'
import type { Project } from '../../schemas/project.ts'
import { failed, ok, type Problem } from '../../schemas/schema.ts'
import type { ItemIndex } from '../item-index.ts'
import { cappedProblems } from './capped-problems.ts'
import { itemTitle } from './item-title.ts'

/** An index over items that are in memory: whole from the start, without holes. */
export function itemsInMemory(
  items: readonly Item[],
  project: Pick<Project, 'fields'>,
  problems: readonly Problem[]
): ItemIndex {
  const positions = new Map(items.map((item, position) => [item.id, position]))
  return {
    count: items.length,
    holes: 0,
    progress: { state: 'whole', done: items.length, total: items.length },
    onProgress: () => () => undefined,
    async item(position) {
      const item = items[position]
      return item === undefined ? failed(noSuchItem(position, items.length)) : ok(item)
    },
    async titles(wanted) {
      return wanted.flatMap(position => {
        const item = items[position]
        return item === undefined ? [] : [itemTitle(position, item, project)]
      })
    },
    positionOf: id => positions.get(id),
    isItem: position => items[position] !== undefined,
    async *items(start = 0) {
      for (const [offset, item] of items.slice(start).entries()) yield { position: start + offset, item }
    },
    problems: cappedProblems(problems),
    whole: Promise.resolve(),
    cancel: () => undefined,
    resume: () => undefined,
    close: () => Promise.resolve()
  }
}

export function noSuchItem(position: number, count: number): Problem {
  return { message: `There is no item ${position + 1}: the project has ${count}.` }
}
