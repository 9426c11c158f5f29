import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { LabelSession } from '../../state/label-session.ts'
import type { SessionState } from '../../state/session-state.ts'

export const SessionContext = createContext<LabelSession | null>(null)

export function useSession(): LabelSession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('There is no session above this component')
  return session
}

export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().store, select)
}
