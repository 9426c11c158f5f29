import type { Command } from '../../shell/commands/command.ts'

interface Recents {
  readonly any: () => boolean
  readonly move: (by: 1 | -1) => void
  readonly open: () => void
}

/** The keys of the list of projects. */
export function homeCommands({ any, move, open }: Recents): readonly Command[] {
  const own = { group: 'Home', scope: 'home', enabled: any }
  return [
    {
      ...own,
      id: 'recent.next',
      title: 'Next project',
      keys: ['ArrowDown'],
      repeats: true,
      run: () => move(1)
    },
    {
      ...own,
      id: 'recent.previous',
      title: 'Previous project',
      keys: ['ArrowUp'],
      repeats: true,
      run: () => move(-1)
    },
    { ...own, id: 'recent.open', title: 'Open the chosen project', keys: ['Enter'], run: open }
  ]
}

/** The same commands as a list, for a page that names their keys. */
export function homeKeys(): readonly Command[] {
  return homeCommands({ any: () => false, move: () => {}, open: () => {} })
}
