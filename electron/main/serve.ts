import type { IpcMain } from 'electron'
import type { CallName } from '../api/contract.ts'
import { callNames, channelOf, givenChannel } from '../api/names.ts'
import { isTrustedSender } from './security/sender.ts'

/** Hears every call of the contract: who asks is checked here, what is asked by `answer`. */
export function serve(ipc: IpcMain, answer: (name: CallName, input: unknown) => Promise<unknown>): void {
  for (const name of callNames)
    ipc.handle(channelOf(name), (event, input: unknown) => {
      if (!isTrustedSender(event)) throw new Error('This call did not come from the window of Goldset.')
      return answer(name, input)
    })
}

/** Hears from preload what the person dropped on the window. */
export function hearOfDrops(ipc: IpcMain, give: (path: string) => void): void {
  ipc.on(givenChannel, (event, path: unknown) => {
    if (isTrustedSender(event) && typeof path === 'string') give(path)
  })
}
