import { useMemo } from 'react'
import { labelerOf } from '../../../labelers/index.ts'
import { type Command, taskScope } from '../../shell/commands/command.ts'
import { useCommands } from '../../shell/commands/react.tsx'
import type { LabelSession } from '../../state/label-session.ts'
import type { TaskKeys } from './task-keys.ts'

/** The registry's id for a binding of a task. */
export const bindingCommandId = (task: string, binding: string): string => `${task}/${binding}`

/** Every binding of every task as a command in the task's scope. */
export function useTaskCommands(session: LabelSession, keys: TaskKeys): void {
  useCommands(useMemo(() => taskCommands(session, keys), [session, keys]))
}

function taskCommands(session: LabelSession, keys: TaskKeys): readonly Command[] {
  return session.tasks.flatMap(task => {
    const bindings = labelerOf(task.labeler)?.keys(task.config) ?? []
    return bindings.map((binding): Command => {
      const { command } = binding
      return {
        id: bindingCommandId(task.id, binding.id),
        bindingId: `${task.labeler}:${binding.id}`,
        title: binding.title,
        // Choices of several tasks would all be under one heading.
        group: command === undefined ? binding.group : task.title,
        scope: taskScope(task.id),
        keys: binding.keys,
        repeats: command === undefined,
        ...(binding.whileTyping === true ? { whileAnswering: 'own' as const } : {}),
        enabled: () =>
          // A damaged file has no answers to change: its keys choose what to recover.
          session.store.getState().entry?.opened.damaged === undefined &&
          (command !== undefined || keys.handler(task.id, binding.id) !== undefined),
        run: () => {
          const { entry } = session.store.getState()
          if (command === undefined) keys.handler(task.id, binding.id)?.(binding)
          else if (entry !== null) session.dispatch(task, entry.item.id, command)
        }
      }
    })
  })
}
