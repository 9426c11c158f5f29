import type { Command } from '../../shell/commands/command.ts'

interface Actions {
  hideNames(): void
  countAgain(): void
  back(): void
}

/** The commands of the progress screen. */
export function progressCommands(actions: Actions): readonly Command[] {
  const own = { group: 'Progress', scope: 'progress' } as const
  return [
    {
      ...own,
      id: 'progress.hideNames',
      title: 'Hide or show names',
      keys: ['h'],
      icon: 'eyeoff',
      run: () => actions.hideNames()
    },
    {
      ...own,
      id: 'progress.countAgain',
      title: 'Count again',
      keys: ['r', 'F5'],
      icon: 'history',
      run: () => actions.countAgain()
    },
    { ...own, id: 'progress.leave', title: 'Back', keys: ['Escape'], run: () => actions.back() }
  ]
}

/** The same commands as a list, for a page that names their keys. */
export function progressKeys(): readonly Command[] {
  const nothing = () => {
    throw new Error('These commands cannot run here')
  }
  return progressCommands({ hideNames: nothing, countAgain: nothing, back: nothing })
}
