import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { AppInfo, Client } from '../api/contract.ts'
import { callNames, channelOf, eventNames, givenChannel } from '../api/names.ts'

/* The only code that sees both the window and the main process. It passes on the names of the contract and nothing else. */

const calls: ReadonlySet<string> = new Set(callNames)
const events: ReadonlySet<string> = new Set(eventNames)

/** Asked before the page's script is read, so that the page can draw home with its first frame. Given once: then it is old. */
let asked: Promise<AppInfo> | undefined = ipcRenderer.invoke(channelOf('app.info'), {}) as Promise<AppInfo>
asked.catch(() => {
  // Whoever asks for it hears of it.
})

function takeAsked(): Promise<AppInfo> | undefined {
  const taken = asked
  asked = undefined
  return taken
}

const client: Client = {
  call(name, input) {
    const early = name === 'app.info' ? takeAsked() : undefined
    if (early !== undefined) return early as never
    if (!calls.has(name)) return Promise.reject(new Error(`There is no call named "${String(name)}".`))
    return ipcRenderer.invoke(channelOf(name), input)
  },
  on(name, listener) {
    if (!events.has(name)) throw new Error(`There is no event named "${String(name)}".`)
    const forward = (_event: unknown, payload: unknown) => listener(payload as Parameters<typeof listener>[0])
    ipcRenderer.on(channelOf(name), forward)
    return () => ipcRenderer.removeListener(channelOf(name), forward)
  },
  pathOf(file) {
    const path = webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
    // Only a file that the person dropped or chose has a path, so main may take it from now on.
    if (path !== '') ipcRenderer.send(givenChannel, path)
    return path
  }
}

contextBridge.exposeInMainWorld('goldset', client)
