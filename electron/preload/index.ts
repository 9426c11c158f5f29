import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Client } from '../api/contract.ts'
import { callNames, channelOf, eventNames, givenChannel } from '../api/names.ts'

/* The only code that sees both the window and the main process. It passes on the names of the contract and nothing else. */

const calls: ReadonlySet<string> = new Set(callNames)
const events: ReadonlySet<string> = new Set(eventNames)

const client: Client = {
  call(name, input) {
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
