import { userInfo } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, nativeTheme, shell } from 'electron'
import { diskFiles } from '../../project/disk-files.ts'
import type { CallName } from '../api/contract.ts'
import { answer } from './answer.ts'
import { closeWhenSaved } from './closing-window.ts'
import { reloadAfterCrash } from './crash.ts'
import { DiskWatch } from './disk-watch.ts'
import { type Desktop, handlers } from './handlers.ts'
import { showMenu } from './menu.ts'
import { ProjectRequests } from './project-requests.ts'
import { serveMedia } from './protocol/media.ts'
import type { MediaRequest } from './protocol/ranged.ts'
import { serveSound } from './protocol/sound.ts'
import { rememberDesk } from './recents.ts'
import { readsProjects, Session } from './session.ts'
import { SettingsStore } from './settings-store.ts'
import { SoundThread } from './sound/sound-thread.ts'
import type { StartArguments } from './start-arguments.ts'
import { startIsOver } from './start-folder.ts'
import { tell } from './tell.ts'

/** What the window works with, as the start of the app reaches it. */
export interface OpenDesktop {
  readonly settings: SettingsStore
  readonly requests: ProjectRequests
  /** Lets the page speak of a path that the person gave. */
  give(path: string): void
  /** @throws RefusedInput */
  answer(name: CallName, input: unknown): Promise<unknown>
  media(request: MediaRequest): Promise<Response>
  sound(request: MediaRequest): Promise<Response>
}

/** Reads the person's settings and connects everything to the window. */
export async function openDesktop(window: BrowserWindow, start: StartArguments): Promise<OpenDesktop> {
  const files = diskFiles()
  const session = new Session(files)
  const requests = new ProjectRequests(folder => session.grants.give(folder))
  const userData = app.getPath('userData')
  const userName = userInfo().username
  const settings = await SettingsStore.at(files, userData, userName)
  const closeWindow = closeWhenSaved(window)
  const showRecents = (recents: readonly { folder: string; name: string }[]) =>
    showMenu({ run: id => tell(window, 'command.run', id), open: folder => requests.ask(folder) }, recents)
  const pick = (title: string, properties: Picking) => pickIn(window, title, properties)

  const sounds = new SoundThread(
    join(__dirname, '../sound/thread.cjs'),
    (sound, state) => tell(window, 'sound.state', { sound, state }),
    (job, aac) => tell(window, 'sound.decode', { job, ...aac })
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
      tell: (name, payload) => tell(window, name, payload),
      closeWindow,
      sounds,
      decoded: (job, samples) => sounds.decoded(job, samples),
      now: () => new Date()
    }
  }
  requests.tell = folder => {
    if (!startIsOver(desktop)) return false
    tell(window, 'project.requested', { folder })
    return true
  }
  reloadAfterCrash(window)
  watchDisk(window, session)
  leaveProjectOnQuit(desktop)
  // Home is painted by then, and nobody is likely to have chosen a project yet; who has waits for it all the same.
  window.once('show', () => setTimeout(() => void readsProjects(), 500))
  // The page waits for its first answer; the menu can come after it.
  setImmediate(() => showRecents(settings.recents))

  const calls = handlers(desktop)
  return {
    settings,
    requests,
    give: path => session.grants.give(path),
    answer: (name, input) => answer(calls, name, input),
    media: request => serveMedia(files, session.root, request),
    sound: request => serveSound(files, session.root, request, () => sounds)
  }
}

type Picking = ('openDirectory' | 'createDirectory' | 'openFile' | 'multiSelections')[]

async function pickIn(window: BrowserWindow, title: string, properties: Picking): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, properties })
  return canceled ? [] : filePaths
}

/** Tells the page what other programs do to the label files of the open project. */
function watchDisk(page: BrowserWindow, session: Session): void {
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
