import type { Desk } from '../state/desk.ts'
import type { Command } from './commands/command.ts'
import { useCommands } from './commands/react.tsx'

const inProject = (desk: Desk) => () => desk.state.session !== null

/** Commands of the window that act on every screen. Main's menu names these ids too. */
export function useAppCommands(desk: Desk): void {
  useCommands(appCommands(desk))
}

/** The same commands as a list, for a page that names their keys. */
export function appKeys(): readonly Command[] {
  const nowhere = new Proxy({} as Desk, {
    get: () => {
      throw new Error('These commands cannot run here')
    }
  })
  return appCommands(nowhere)
}

function appCommands(desk: Desk): readonly Command[] {
  const own = { group: 'Window', scope: 'app' } as const
  const session = () => desk.state.session
  return [
    {
      ...own,
      id: 'app.palette',
      title: 'Search or run a command',
      keys: ['Ctrl+k'],
      icon: 'search',
      run: () => desk.showOverlay('palette')
    },
    {
      ...own,
      id: 'app.keys',
      title: 'Show all keys',
      keys: ['?'],
      icon: 'keyboard',
      run: () => desk.showOverlay('keys')
    },
    {
      ...own,
      id: 'app.openFolder',
      title: 'Open a folder',
      keys: ['Ctrl+o'],
      icon: 'folder',
      also: 'project data load',
      run: () => void desk.pickFolder()
    },
    {
      ...own,
      id: 'app.newProject',
      title: 'New project',
      keys: ['Ctrl+n'],
      icon: 'plus',
      run: () => desk.newProject(null)
    },
    {
      ...own,
      id: 'app.label',
      title: 'Label items',
      keys: ['Ctrl+l'],
      icon: 'text',
      enabled: inProject(desk),
      run: () => desk.show('label')
    },
    {
      ...own,
      id: 'app.progress',
      title: 'Progress',
      keys: ['Ctrl+Shift+p'],
      icon: 'rank',
      also: 'statistics counts pace annotators done left',
      enabled: inProject(desk),
      run: () => desk.show('progress')
    },
    {
      ...own,
      id: 'app.export',
      title: 'Export answers',
      keys: ['Ctrl+Shift+e'],
      icon: 'export',
      enabled: inProject(desk),
      run: () => desk.show('export')
    },
    {
      ...own,
      id: 'app.import',
      title: 'Import answers',
      keys: ['Ctrl+i'],
      icon: 'file',
      enabled: inProject(desk),
      run: () => desk.show('import')
    },
    {
      ...own,
      id: 'app.problems',
      title: 'Show problems of the project',
      keys: ['Ctrl+Shift+y'],
      icon: 'warn',
      also: 'errors warnings conflict copies damaged',
      enabled: inProject(desk),
      run: () => desk.showOverlay('problems')
    },
    {
      ...own,
      id: 'app.revealProject',
      title: 'Show the project folder',
      keys: [],
      icon: 'folder',
      enabled: inProject(desk),
      run: () => void desk.client.call('folder.reveal', { which: 'project' })
    },
    {
      ...own,
      id: 'app.settings',
      title: 'Settings',
      keys: ['Ctrl+,'],
      icon: 'user',
      also: 'annotator theme keys preferences',
      run: () => desk.show('settings')
    },
    {
      ...own,
      id: 'app.toggleTheme',
      title: 'Light or dark',
      keys: [],
      icon: 'eye',
      also: 'theme',
      run: () => void desk.toggleTheme()
    },
    {
      ...own,
      id: 'app.home',
      title: 'Home',
      keys: ['Alt+Home'],
      icon: 'layers',
      run: () => void desk.home()
    },
    {
      ...own,
      id: 'edit.undo',
      title: 'Undo',
      group: 'Item',
      keys: ['Ctrl+z'],
      icon: 'undo',
      repeats: true,
      whileAnswering: 'any',
      enabled: inProject(desk),
      run: () => void session()?.undo()
    },
    {
      ...own,
      id: 'edit.redo',
      title: 'Redo',
      group: 'Item',
      keys: ['Ctrl+Shift+z', 'Ctrl+y'],
      icon: 'redo',
      repeats: true,
      whileAnswering: 'any',
      enabled: inProject(desk),
      run: () => void session()?.redo()
    },
    {
      ...own,
      id: 'rescue.save',
      title: 'Save a copy of unsaved answers elsewhere',
      keys: [],
      icon: 'warn',
      enabled: () => (session()?.unsaved().length ?? 0) > 0,
      run: () => void desk.rescue()
    }
  ]
}
