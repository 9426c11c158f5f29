import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { isOwnPage } from './origin.ts'

/** Electron security guideline 17: a call counts only from the top frame of our own page, never from a frame inside it. */
export function isTrustedSender(event: Pick<IpcMainEvent | IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnPage(frame.url)
}
