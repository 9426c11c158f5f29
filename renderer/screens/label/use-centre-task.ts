import { useRef } from 'react'
import type { Task } from '../../../schemas/project.ts'
import { viewsOf } from '../../../labelers/views.ts'
import { useSession, useSessionState } from './use-session.ts'

/** Which task draws the item: the one with the keys if it has a part there, else the last one that had, else the first. */
export function useCentreTask(): Task | null {
  const session = useSession()
  const activeTask = useSessionState(state => state.activeTask)
  const last = useRef<string | null>(null)
  const drawing = session.tasks.filter(task => viewsOf(task.labeler)?.Item !== undefined)
  const task =
    drawing.find(candidate => candidate.id === activeTask) ??
    drawing.find(candidate => candidate.id === last.current) ??
    drawing[0] ??
    session.tasks.find(candidate => candidate.id === activeTask) ??
    null
  last.current = task?.id ?? null
  return task
}
