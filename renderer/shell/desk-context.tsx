import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Desk, DeskState } from '../state/desk.ts'

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('There is no desk above this component')
  return desk
}

/** A part of the desk's state; the caller renders again when it changes. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  return useStore(useDesk().store, select)
}
