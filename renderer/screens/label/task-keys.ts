import { createContext } from 'react'
import type { KeyBinding } from '../../../labelers/kit/labeler.ts'

type Handlers = Readonly<Record<string, (binding: KeyBinding<unknown>) => void>>

/** What the mounted views of each task do for bindings that carry no command. The view that came last is asked first. */
export class TaskKeys {
  readonly #byTask = new Map<string, readonly Handlers[]>()

  add(task: string, handlers: Handlers): () => void {
    this.#byTask.set(task, [handlers, ...(this.#byTask.get(task) ?? [])])
    return () => {
      const left = this.#byTask.get(task)?.filter(other => other !== handlers) ?? []
      this.#byTask.set(task, left)
    }
  }

  handler(task: string, bindingId: string): ((binding: KeyBinding<unknown>) => void) | undefined {
    for (const handlers of this.#byTask.get(task) ?? [])
      if (Object.hasOwn(handlers, bindingId)) return handlers[bindingId]
    return undefined
  }
}

export const TaskKeysContext = createContext(new TaskKeys())
