import { useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { KeyBinding } from '../../../labelers/kit/labeler.ts'
import type { Scope, SharedState, ViewProps } from '../../../labelers/kit/view.ts'
import type { Task } from '../../../schemas/project.ts'
import { taskScope } from '../../shell/commands/command.ts'
import { useLiveRegistry } from '../../shell/commands/react.tsx'
import type { LabelSession } from '../../state/label-session.ts'
import type { Entry } from '../../state/session-state.ts'
import { openSound } from '../../state/open-sound.ts'
import { currentAnswer } from '../../state/missing.ts'
import { TaskKeysContext } from './task-keys.ts'
import { mediaUrl, soundUrl } from './media-url.ts'
import { bindingCommandId } from './use-task-commands.ts'
import { useSession, useSessionState } from './use-session.ts'

export type TaskViewProps = ViewProps<unknown, unknown, unknown>

/** What a labeler's views are given for one task of the item on the screen. */
export function useTaskProps(task: Task, entry: Entry): TaskViewProps {
  const session = useSession()
  const keys = useContext(TaskKeysContext)
  const scope = useScope(task)
  const shared = useMemo(() => sharedState(session, task.id), [session, task])
  const { item } = entry
  const readOnly = session.summary.readOnly !== undefined || entry.opened.readOnly !== undefined
  const fixed = useMemo(
    () => ({
      task,
      config: task.config,
      item,
      readOnly,
      shared,
      dispatch: (command: unknown, gesture?: string) => session.dispatch(task, item.id, command, gesture),
      onKey: (handlers: Readonly<Record<string, (binding: KeyBinding<unknown>) => void>>) =>
        keys.add(task.id, handlers),
      toast: (message: string) => session.say('layers', message, '', 'undo'),
      mediaUrl,
      sound: (path: string) => openSound(session.client, path, soundUrl(path)),
      previousAnswer: () => session.previousAnswer(task)
    }),
    [session, task, item, readOnly, shared, keys]
  )
  const answer = useMemo(() => currentAnswer(entry.state, task, item), [entry.state, task, item])
  const ahead = useSessionState(state => state.ahead)
  return { ...fixed, answer, scope, ahead }
}

function useScope(task: Task): Scope {
  const session = useSession()
  const registry = useLiveRegistry()
  const active = useSessionState(state => state.activeTask === task.id)
  const { version } = registry
  return useMemo(() => {
    const commandOf = (binding: string) => registry.byId(bindingCommandId(task.id, binding))
    const capOf = (binding: string) => {
      const command = commandOf(binding)
      return command?.scope === taskScope(task.id) ? registry.capOf(command) : undefined
    }
    return {
      active,
      take: () => session.takeKeys(task.id),
      capOf,
      acts: (binding: string) => {
        const command = commandOf(binding)
        const cap = capOf(binding)
        return command !== undefined && cap !== undefined && registry.acts(command, cap)
      }
    }
    // The registry is one object for ever; its version says that something in it changed.
  }, [registry, version, session, task, active])
}

function sharedState(session: LabelSession, task: string): SharedState {
  let store = session.shared.get(task)
  if (store === undefined) {
    store = createStore<ReadonlyMap<string, unknown>>(() => new Map())
    session.shared.set(task, store)
  }
  const held = store
  const get = <T>(key: string, fallback: T): T =>
    held.getState().has(key) ? (held.getState().get(key) as T) : fallback
  const set = <T>(key: string, value: T) => {
    if (held.getState().has(key) && held.getState().get(key) === value) return
    held.setState(new Map(held.getState()).set(key, value), true)
  }
  return {
    get,
    set,
    use: <T>(key: string, fallback: T): [T, (value: T) => void] => {
      const value = useStore(held, map => (map.has(key) ? (map.get(key) as T) : fallback))
      return [value, next => set(key, next)]
    }
  }
}
