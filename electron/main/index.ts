import { userInfo } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, nativeTheme, session as sessions, shell } from 'electron'
import { diskFiles } from '../../project/disk-files.ts'
import { closeWhenSaved } from './closing-window.ts'
import { reloadAfterCrash } from './crash.ts'
import { DiskWatch } from './disk-watch.ts'
import { type Desktop, handlers } from './handlers.ts'
import { showMenu } from './menu.ts'
import { ProjectRequests } from './project-requests.ts'
import { rememberDesk } from './recents.ts'
import { serveProtocol } from './protocol/index.ts'
import { registerScheme } from './protocol/scheme.ts'
import { secureApp, secureSession } from './security/index.ts'
import { hearOfDrops, serve } from './serve.ts'
import { Session } from './session.ts'
import { SettingsStore } from './settings-store.ts'
import { SoundThread } from './sound/sound-thread.ts'
import { startArguments } from './start-arguments.ts'
import { startIsOver } from './start-folder.ts'
import { tell } from './tell.ts'
import { createWindow } from './window.ts'

/* Start-up, in order. Everything up to `whenReady` must run at once, which is why this file is built as CommonJS. */

const ownWords = process.defaultApp ? 2 : 1
const start = startArguments(process.argv, ownWords, process.cwd())
const files = diskFiles()
const session = new Session(files)
const requests = new ProjectRequests(folder => session.grants.give(folder))
let window: BrowserWindow | undefined
let closeWindow = () => {}

registerScheme()
secureApp(app)

if (app.requestSingleInstanceLock({ folder: start.folder ?? null })) {
  app.on('second-instance', (_event, _argv, _workingFolder, data) => {
    window?.restore()
    window?.focus()
    const { folder } = data as { folder: string | null }
    if (folder !== null) requests.ask(folder)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    requests.ask(path)
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(run)
} else {
  app.quit()
}

async function run(): Promise<void> {
  const userData = app.getPath('userData')
  const userName = userInfo().username
  const settings = await SettingsStore.at(files, userData, userName)
  nativeTheme.themeSource = settings.settings.theme

  const showRecents = (recents: readonly { folder: string; name: string }[]) =>
    showMenu(
      { run: id => window && tell(window, 'command.run', id), open: folder => requests.ask(folder) },
      recents
    )

  const sounds = new SoundThread(
    join(__dirname, '../sound/thread.cjs'),
    (sound, state) => window && tell(window, 'sound.state', { sound, state }),
    (job, aac) => window && tell(window, 'sound.decode', { job, ...aac })
  )
  const desktop: Desktop = {
    session,
    settings,
    place: {
      files,
      userData,
      userName,
      home: app.getPath('home'),
      samplesFrom: join(app.getAppPath(), 'sample-data'),
      samplesTo: join(app.getPath('home'), 'Goldset samples'),
      version: app.getVersion(),
      platform: process.platform,
      get folder() {
        return requests.waiting ?? start.folder
      },
      firstRunSample: start.firstRunSample,
      dialogs: {
        pickFolder: async title => (await pick(title, ['openDirectory', 'createDirectory']))[0] ?? null,
        pickFiles: title => pick(title, ['openFile', 'multiSelections'])
      },
      reveal: path => shell.showItemInFolder(path),
      settingsChanged: ({ theme }) => (nativeTheme.themeSource = theme),
      recentsChanged: showRecents,
      tell: (name, payload) => window && tell(window, name, payload),
      closeWindow: () => closeWindow(),
      sounds,
      decoded: (job, samples) => sounds.decoded(job, samples),
      now: () => new Date()
    }
  }

  secureSession(sessions.defaultSession)
  serveProtocol(sessions.defaultSession, {
    rendererFolder: join(__dirname, '../renderer'),
    files,
    root: () => session.root,
    sounds: () => sounds
  })
  serve(ipcMain, handlers(desktop))
  hearOfDrops(ipcMain, path => session.grants.give(path))
  showRecents(settings.recents)

  window = createWindow(settings)
  requests.tell = folder => {
    if (window === undefined || !startIsOver(desktop)) return false
    tell(window, 'project.requested', { folder })
    return true
  }
  closeWindow = closeWhenSaved(window)
  reloadAfterCrash(window)
  watchDisk(window)
  leaveProjectOnQuit(desktop)
}

async function pick(
  title: string,
  properties: ('openDirectory' | 'createDirectory' | 'openFile' | 'multiSelections')[]
): Promise<readonly string[]> {
  if (window === undefined) return []
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, properties })
  return canceled ? [] : filePaths
}

/** Tells the page what other programs do to the label files of the open project. */
function watchDisk(page: BrowserWindow): void {
  const watch = new DiskWatch({
    isShown: () => !page.isDestroyed() && page.isVisible() && !page.isMinimized(),
    async look() {
      // Who opened the project tells of what is read then; here it would count as a slow disk.
      if ((session.current?.labels.index.reading ?? null) !== null) return
      const changed = (await session.current?.changedElsewhere()) ?? null
      if (changed !== null) tell(page, 'labels.changed', changed)
    }
  })
  page.on('focus', () => void watch.soon())
  page.on('closed', () => watch.end())
}

/** The app ends when saves on their way have ended and the project's lock is given back. */
function leaveProjectOnQuit(desktop: Desktop): void {
  let left = false
  app.on('will-quit', event => {
    if (left) return
    event.preventDefault()
    void rememberDesk(desktop)
      .then(() => desktop.session.close())
      .finally(() => {
        left = true
        app.quit()
      })
  })
}
