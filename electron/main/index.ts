import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, session as sessions } from 'electron'
import type { OpenDesktop } from './desktop.ts'
import { serveProtocols } from './protocol/index.ts'
import { registerSchemes } from './protocol/scheme.ts'
import { secureApp, secureSession } from './security/index.ts'
import { hearOfDrops, serve } from './serve.ts'
import { startArguments } from './start-arguments.ts'
import { createWindow } from './window.ts'

/*
 * Start-up, in order. Everything up to `whenReady` must run at once, which is why this file is built as CommonJS. It needs
 * next to nothing: what the window works with (`desktop.ts`) is read while its page is loading, and who asks before that waits.
 */

const ownWords = process.defaultApp ? 2 : 1
const start = startArguments(process.argv, ownWords, process.cwd())
let window: BrowserWindow | undefined

registerSchemes()
secureApp(app)

/** Begun while Chromium starts, when this thread has nothing else to do. */
const reading = new Promise<void>(resolve => setImmediate(resolve)).then(() => import('./desktop.ts'))

if (app.requestSingleInstanceLock({ folder: start.folder ?? null })) {
  const desktop: Promise<OpenDesktop> = app.whenReady().then(() => run(() => desktop))
  const ask = (folder: string) => void desktop.then(({ requests }) => requests.ask(folder))
  app.on('second-instance', (_event, _argv, _workingFolder, data) => {
    window?.restore()
    window?.focus()
    const { folder } = data as { folder: string | null }
    if (folder !== null) ask(folder)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    ask(path)
  })
  app.on('window-all-closed', () => app.quit())
} else {
  app.quit()
}

async function run(desktop: () => Promise<OpenDesktop>): Promise<OpenDesktop> {
  secureSession(sessions.defaultSession)
  serveProtocols(sessions.defaultSession, {
    rendererFolder: join(__dirname, '../renderer'),
    media: async request => (await desktop()).media(request),
    sound: async request => (await desktop()).sound(request)
  })
  serve(ipcMain, async (name, input) => (await desktop()).answer(name, input))
  hearOfDrops(ipcMain, path => void desktop().then(open => open.give(path)))
  window = createWindow(desktop().then(({ settings }) => settings))
  const { openDesktop } = await reading
  return openDesktop(window, start)
}
