import { useStore } from 'zustand'
import { type Command, partScope } from '../../shell/commands/command.ts'
import { useCommands } from '../../shell/commands/react.tsx'
import type { Project } from '../../../schemas/project.ts'
import { shownMedia } from '../../../schemas/shown-media.ts'
import type { LabelSession } from '../../state/label-session.ts'

/** Where the parts of the queue are found by its commands. */
export const queueListId = 'queue-list'
export const queueMenuId = 'queue-menu'
export const bulkMenuId = 'queue-bulk-menu'

/** The part of the screen whose keys act while the list has the focus. */
export const queuePart = 'queue'

/** Pixels. Rows with a picture or a second line are higher. */
export const queueRowHeight = (project: Project) => (shownMedia(project) === undefined ? 26 : 44)

export function focusQueueList(): void {
  document.getElementById(queueListId)?.focus()
}

/** What can be done to all selected items, with the word on its button. */
export const bulkCommands = [
  { id: 'bulk.skip', word: 'Skip' },
  { id: 'bulk.flag', word: 'Flag' },
  { id: 'bulk.unflag', word: 'Unflag' },
  { id: 'bulk.clear', word: 'Clear' }
] as const

/** Filters that were given a name, for the palette. */
export function useSavedFilters(session: LabelSession): void {
  const { saved } = useStore(session.memory.store)
  useCommands(
    saved.map(view => ({
      id: `queue.saved:${view.name}`,
      title: `Show ${view.name}`,
      group: 'Queue',
      scope: 'label',
      keys: [],
      icon: 'filter',
      also: 'saved filter',
      run: () => void session.turnTo(view)
    }))
  )
}

/** Keys of the list of items, while it has the focus. */
export function queueListCommands(at: () => LabelSession): readonly Command[] {
  const list = {
    group: 'List of items, while it has the focus',
    scope: partScope(queuePart),
    // Without the list they mean nothing, so the palette leaves them out.
    enabled: () => document.activeElement?.id === queueListId
  } as const
  const bulk = {
    ...list,
    enabled: () => at().store.getState().selection.size > 0
  }
  const page = () =>
    Math.max(
      1,
      Math.floor(
        (document.getElementById(queueListId)?.clientHeight ?? 0) / queueRowHeight(at().summary.project)
      ) - 1
    )
  const moves: readonly [id: string, title: string, key: string, by: () => number][] = [
    ['up', 'Row up', 'ArrowUp', () => -1],
    ['down', 'Row down', 'ArrowDown', () => 1],
    ['pageUp', 'Page up', 'PageUp', () => -page()],
    ['pageDown', 'Page down', 'PageDown', page],
    ['first', 'First row', 'Home', () => -Infinity],
    ['last', 'Last row', 'End', () => Infinity]
  ]
  return [
    ...moves.flatMap(([id, title, key, by]): Command[] => [
      { ...list, id: `queue.${id}`, title, keys: [key], repeats: true, run: () => at().moveCursor(by()) },
      {
        ...list,
        id: `queue.${id}.selecting`,
        title: `${title}, selecting`,
        keys: [`Shift+${key}`],
        repeats: true,
        run: () => at().moveCursor(by(), true)
      }
    ]),
    {
      ...list,
      id: 'queue.open',
      title: 'Open the item of the row',
      keys: ['Enter'],
      run: () => {
        document.getElementById(queueListId)?.blur()
        void at().openCursor()
      }
    },
    {
      ...list,
      id: 'queue.toggle',
      title: 'Select the row, or not',
      keys: ['Space', 'Ctrl+Space'],
      run: () => at().toggleCursor()
    },
    {
      ...list,
      id: 'queue.all',
      title: 'Select all that are shown',
      keys: ['Ctrl+a'],
      run: () => at().selecting.all()
    },
    {
      ...bulk,
      id: 'bulk.skip',
      title: 'Skip all selected',
      keys: ['s'],
      icon: 'skipped',
      run: () => void at().selecting.skip()
    },
    {
      ...bulk,
      id: 'bulk.flag',
      title: 'Flag all selected',
      keys: ['f'],
      icon: 'flagged',
      run: () => void at().selecting.flag(true)
    },
    {
      ...bulk,
      id: 'bulk.unflag',
      title: 'Take the flags of all selected away',
      keys: ['Shift+f'],
      run: () => void at().selecting.flag(false)
    },
    {
      ...bulk,
      id: 'bulk.choose',
      title: 'Choose a label for all selected',
      keys: ['l'],
      run: () => document.getElementById(bulkMenuId)?.click()
    },
    {
      ...bulk,
      id: 'bulk.clear',
      title: 'Clear the answers of all selected: back to to do',
      keys: ['Delete'],
      icon: 'todo',
      run: () => void at().selecting.clear()
    }
  ]
}
