import type { IpcMain } from 'electron'
import type { CallName, Handlers } from '../api/contract.ts'
import { callNames, channelOf, givenChannel } from '../api/names.ts'
import { parseInput } from './parse-input.ts'
import { isTrustedSender } from './security/sender.ts'

/** Connects every call of the contract to its handler: who asks is checked first, then what is asked. */
export function serve(ipc: IpcMain, handlers: Handlers): void {
  for (const name of callNames)
    ipc.handle(channelOf(name), (event, input: unknown) => {
      if (!isTrustedSender(event)) throw new Error('This call did not come from the window of Goldset.')
      return answer(handlers, name, input)
    })
}

/** Hears from preload what the person dropped on the window. */
export function hearOfDrops(ipc: IpcMain, give: (path: string) => void): void {
  ipc.on(givenChannel, (event, path: unknown) => {
    if (isTrustedSender(event) && typeof path === 'string') give(path)
  })
}

/** One call as main answers it, without the channel. */
export async function answer<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  input: unknown
): Promise<unknown> {
  return handlers[name](parseInput(name, input))
}
