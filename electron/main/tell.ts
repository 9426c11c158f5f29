import type { BrowserWindow } from 'electron'
import type { EventName, Events } from '../api/contract.ts'
import { channelOf } from '../api/names.ts'

/** Sends an event of the contract to the window's page. */
export function tell<Name extends EventName>(window: BrowserWindow, name: Name, payload: Events[Name]): void {
  if (!window.isDestroyed() && !window.webContents.isDestroyed())
    window.webContents.send(channelOf(name), payload)
}
