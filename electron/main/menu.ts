import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'

export interface MenuActions {
  /** Runs a command of the window's registry. */
  run(command: string): void
  open(folder: string): void
}

/**
 * The menu in the system's bar. Its items run the window's own commands, which also own the keys: an accelerator here would
 * be a second truth, so there is none but those of text editing, zoom and quitting.
 */
export function showMenu(actions: MenuActions, recents: readonly { folder: string; name: string }[]): void {
  const command = (label: string, id: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.run(id)
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('New project…', 'app.newProject'),
        command('Open folder…', 'app.openFolder'),
        {
          label: 'Open recent',
          enabled: recents.length > 0,
          submenu: recents.map(({ folder, name }) => ({
            // An ampersand in a label would underline the next letter.
            label: `${name} — ${folder}`.replaceAll('&', '&&'),
            click: () => actions.open(folder)
          }))
        },
        separator,
        command('Export…', 'app.export'),
        command('Import…', 'app.import'),
        command('Show project folder', 'app.revealProject'),
        separator,
        command('Settings', 'app.settings'),
        separator,
        { role: 'quit' }
      ]
    },
    {
      label: '&Edit',
      submenu: [
        command('Undo', 'edit.undo'),
        command('Redo', 'edit.redo'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' }
      ]
    },
    {
      label: '&View',
      submenu: [
        command('Light or dark', 'app.toggleTheme'),
        separator,
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        separator,
        { role: 'toggleDevTools', accelerator: 'F12' }
      ]
    },
    {
      label: '&Go',
      submenu: [
        command('Home', 'app.home'),
        command('Label', 'app.label'),
        command('Progress', 'app.progress'),
        separator,
        command('Next item', 'item.next'),
        command('Previous item', 'item.previous'),
        command('Next item to do', 'item.nextTodo'),
        command('Go to item…', 'item.goTo')
      ]
    },
    {
      label: '&Help',
      submenu: [
        command('Keys', 'app.keys'),
        command('All commands', 'app.palette'),
        separator,
        { label: 'Open settings folder', click: () => void shell.openPath(app.getPath('userData')) },
        { role: 'about' }
      ]
    }
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
