import { isEveryItem } from '../../../schemas/queue-view.ts'
import type { Command } from '../../shell/commands/command.ts'
import { useCommands } from '../../shell/commands/react.tsx'
import type { Desk } from '../../state/desk.ts'
import type { LabelSession } from '../../state/label-session.ts'
import type { SideTab } from '../../state/session-state.ts'
import { statusNames } from '../../ui/status-names.ts'
import { searchFieldId } from './fields/FieldSearch.tsx'
import { fieldStackId } from './fields/FieldStack.tsx'
import { focusQueueList, queueListCommands, queueMenuId } from './use-queue-commands.ts'

/** Where the filter field is found by its command. */
export const filterFieldId = 'queue-filter'

/** The screen's own commands. */
export function useLabelCommands(desk: Desk, session: LabelSession): void {
  useCommands(labelCommands(() => ({ desk, session })))
}

/** The same commands as a list, for rebinding them on a screen where none of them can run. */
export function labelScreenKeys(): readonly Command[] {
  const nowhere = () => {
    throw new Error('This command runs on the label screen only')
  }
  return labelCommands(nowhere).map(command => ({ ...command, enabled: () => false }))
}

function labelCommands(
  at: () => { readonly desk: Desk; readonly session: LabelSession }
): readonly Command[] {
  const item = { group: 'Item', scope: 'label' } as const
  const queue = { group: 'Queue', scope: 'label' } as const
  const panels = { group: 'Panels', scope: 'label' } as const
  const state = () => at().session.store.getState()
  const writable = () => at().session.summary.readOnly === undefined
  const copy = () => (writable() ? state().entry?.opened.copies[0] : undefined)
  const showTab = (tab: SideTab) => {
    at().session.panels.show('side')
    at().session.showTab(tab)
  }
  const inQueue = (run: () => void) => {
    at().session.panels.show('queue')
    // After the panel has come.
    setTimeout(run)
  }
  const filters = (['todo', 'draft', 'submitted', 'skipped', 'flagged'] as const).map((status): Command => ({
    ...queue,
    id: `queue.show:${status}`,
    title: `Show only items that are ${statusNames[status]}`,
    keys: [],
    icon: status,
    run: () => void at().session.find({ statuses: [status] })
  }))
  return [
    {
      ...item,
      id: 'item.submit',
      title: 'Submit and next',
      keys: ['Ctrl+Enter', 'Enter'],
      icon: 'submitted',
      run: () => void at().session.submit(true)
    },
    {
      ...item,
      id: 'item.submitStay',
      title: 'Submit and stay; retry what is not saved',
      keys: ['Ctrl+s'],
      icon: 'submitted',
      run: () => (state().save.unsaved > 0 ? at().session.retry() : void at().session.submit(false))
    },
    {
      ...item,
      id: 'item.next',
      title: 'Next item',
      keys: ['d', 'Ctrl+ArrowRight'],
      icon: 'right',
      repeats: true,
      run: () => at().session.step(1)
    },
    {
      ...item,
      id: 'item.previous',
      title: 'Previous item',
      keys: ['a', 'Ctrl+ArrowLeft'],
      repeats: true,
      run: () => at().session.step(-1)
    },
    {
      ...item,
      id: 'item.nextTodo',
      title: 'Next item to do',
      keys: ['Shift+d', 'Ctrl+Shift+d'],
      icon: 'todo',
      repeats: true,
      run: () => void at().session.stepTodo(1)
    },
    {
      ...item,
      id: 'item.previousTodo',
      title: 'Previous item to do',
      keys: ['Shift+a', 'Ctrl+Shift+a'],
      repeats: true,
      run: () => void at().session.stepTodo(-1)
    },
    {
      ...item,
      id: 'data.stop',
      title: 'Stop reading the data',
      keys: [],
      enabled: () => state().reading?.stopped === false,
      run: () => void at().session.stopReading()
    },
    {
      ...item,
      id: 'data.goOn',
      title: 'Go on reading the data',
      keys: [],
      enabled: () => state().reading?.stopped === true,
      run: () => void at().session.goOnReading()
    },
    {
      ...item,
      id: 'data.relink',
      title: 'Choose where the data is now…',
      keys: [],
      icon: 'folder',
      also: 'missing moved relink source',
      enabled: () => writable() && at().session.summary.missing.length > 0,
      run: () => {
        const [first] = at().session.summary.missing
        if (first !== undefined) void at().desk.relink(first)
      }
    },
    {
      ...item,
      id: 'item.goTo',
      title: 'Go to item…',
      keys: ['Ctrl+g'],
      icon: 'right',
      run: () => at().desk.showOverlay('palette', '#')
    },
    {
      ...item,
      id: 'item.skip',
      title: 'Skip',
      keys: ['s', 'Ctrl+Shift+Enter'],
      icon: 'skipped',
      run: () => void at().session.skip('')
    },
    {
      ...item,
      id: 'item.skipWithReason',
      title: 'Skip with a reason',
      keys: ['Shift+s'],
      icon: 'skipped',
      run: () => at().session.openSkip(true)
    },
    {
      ...item,
      id: 'item.flag',
      title: 'Flag this item',
      keys: ['f'],
      icon: 'flagged',
      run: () => at().session.toggleFlag()
    },
    {
      ...item,
      id: 'item.unsure',
      title: 'Unsure',
      keys: ['u'],
      icon: 'info',
      run: () => at().session.toggleUnsure()
    },
    {
      ...item,
      id: 'item.comments',
      title: 'Comments',
      keys: ['c'],
      icon: 'comment',
      run: () => showTab('comments')
    },
    {
      ...item,
      id: 'item.guidelines',
      title: 'Guidelines',
      keys: ['g'],
      icon: 'book',
      run: () => showTab('guidelines')
    },
    {
      ...item,
      id: 'item.search',
      title: 'Search in this item',
      keys: ['/', 'Ctrl+f'],
      icon: 'search',
      // A labeler that draws the item searches in its own way.
      enabled: () => document.getElementById(fieldStackId) !== null,
      run: () => {
        at().session.searchIn(state().entry?.item.id ?? null)
        // Where it is open already: it takes the keys itself when it comes.
        document.querySelector<HTMLInputElement>(`#${searchFieldId}`)?.select()
      }
    },
    {
      ...item,
      id: 'task.next',
      title: 'Keys to the next question',
      keys: ['Alt+ArrowDown'],
      icon: 'form',
      run: () => at().session.moveTask(1)
    },
    {
      ...item,
      id: 'task.previous',
      title: 'Keys to the question before',
      keys: ['Alt+ArrowUp'],
      run: () => at().session.moveTask(-1)
    },
    {
      ...item,
      id: 'conflict.mine',
      title: 'Changed on disk meanwhile: keep mine',
      keys: ['Ctrl+1'],
      enabled: () => state().conflict !== null,
      run: () => void at().session.resolveConflict('mine')
    },
    {
      ...item,
      id: 'conflict.disk',
      title: 'Changed on disk meanwhile: take what is on disk',
      keys: ['Ctrl+2'],
      enabled: () => state().conflict !== null,
      run: () => void at().session.resolveConflict('disk')
    },
    {
      ...item,
      id: 'copy.take',
      title: 'Conflict copy: take it',
      keys: ['Ctrl+3'],
      enabled: () => copy() !== undefined && copy()?.problem === undefined,
      run: () => void at().session.resolveCopy(copy()?.file ?? '', 'take')
    },
    {
      ...item,
      id: 'copy.aside',
      title: 'Conflict copy: set it aside',
      keys: ['Ctrl+4'],
      enabled: () => copy() !== undefined,
      run: () => void at().session.resolveCopy(copy()?.file ?? '', 'aside')
    },
    {
      ...panels,
      id: 'panel.queue',
      title: 'Hide or show the queue',
      keys: ['Ctrl+b'],
      icon: 'grip',
      run: () => at().session.panels.toggle('queue')
    },
    {
      ...panels,
      id: 'panel.side',
      title: 'Hide or show the answers',
      keys: ['Ctrl+Alt+b'],
      icon: 'grip',
      run: () => at().session.panels.toggle('side')
    },
    {
      ...queue,
      id: 'queue.filter',
      title: 'Filter the queue',
      keys: ['Ctrl+Shift+f'],
      icon: 'filter',
      run: () => inQueue(() => document.getElementById(filterFieldId)?.focus())
    },
    {
      ...queue,
      id: 'queue.menu',
      title: 'What the queue shows, and in which order',
      keys: ['Ctrl+Shift+m'],
      icon: 'filter',
      also: 'filter sort shuffle label annotator saved',
      run: () => inQueue(() => document.getElementById(queueMenuId)?.click())
    },
    {
      ...queue,
      id: 'queue.focus',
      title: 'Keys to the list of items',
      keys: ['F6'],
      icon: 'keyboard',
      run: () => inQueue(focusQueueList)
    },
    {
      ...queue,
      id: 'queue.again',
      title: 'Filter and sort anew',
      keys: ['F5'],
      icon: 'filter',
      run: () => void at().session.findAgain()
    },
    {
      ...queue,
      id: 'queue.unselect',
      title: 'Select no item',
      keys: ['Escape'],
      icon: 'x',
      enabled: () => state().selection.size > 0,
      run: () => at().session.selecting.none()
    },
    {
      ...queue,
      id: 'queue.clear',
      title: 'Clear the filter',
      keys: ['Escape'],
      icon: 'x',
      enabled: () => !isEveryItem(state().view.filter),
      run: () => void at().session.showAll()
    },
    ...filters,
    ...queueListCommands(() => at().session)
  ]
}
