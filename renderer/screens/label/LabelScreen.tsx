import { useEffect, useState } from 'react'
import { useRegistry } from '../../shell/commands/react.tsx'
import { useDesk } from '../../shell/desk-context.tsx'
import type { LabelSession } from '../../state/label-session.ts'
import { ItemPanel } from './ItemPanel.tsx'
import { LabelStatusBar } from './LabelStatusBar.tsx'
import { QueuePanel } from './QueuePanel.tsx'
import { SidePanel } from './SidePanel.tsx'
import { TaskKeys, TaskKeysContext } from './task-keys.ts'
import { useLabelCommands } from './use-label-commands.ts'
import { usePanels } from './use-panels.ts'
import { useSavedFilters } from './use-queue-commands.ts'
import { SessionContext, useSessionState } from './use-session.ts'
import { useTaskCommands } from './use-task-commands.ts'

/** Queue, item, answers, and the truth about the disk at the bottom. */
export function LabelScreen({ session }: { session: LabelSession }) {
  const [keys] = useState(() => new TaskKeys())
  return (
    <SessionContext value={session}>
      <TaskKeysContext value={keys}>
        <Panels session={session} keys={keys} />
      </TaskKeysContext>
    </SessionContext>
  )
}

function Panels({ session, keys }: { session: LabelSession; keys: TaskKeys }) {
  const registry = useRegistry()
  const activeTask = useSessionState(state => state.activeTask)
  const shown = usePanels(session)
  useLabelCommands(useDesk(), session)
  useTaskCommands(session, keys)
  useSavedFilters(session)
  useEffect(() => {
    registry.move({ tasks: session.tasks.map(task => task.id), activeTask })
  }, [registry, session, activeTask])
  useEffect(() => {
    const input = () => session.input()
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, input, { capture: true, passive: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, input, { capture: true })
    }
  }, [session])
  return (
    <>
      {shown.queue && <QueuePanel />}
      <ItemPanel />
      {shown.side && <SidePanel />}
      <LabelStatusBar />
    </>
  )
}
