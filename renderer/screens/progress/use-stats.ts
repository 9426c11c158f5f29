import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Client } from '../../../electron/api/contract.ts'
import type { Problem } from '../../../schemas/schema.ts'
import type { CountedStats } from '../../../schemas/stats.ts'
import type { LabelSession } from '../../state/label-session.ts'

/** Saves that follow one another closely are counted together. */
const CALM_MS = 400

export interface StatsView {
  /** The newest figures; they stay while newer ones are on their way. Null before the first. */
  readonly stats: CountedStats | null
  readonly countedAt: Date | null
  /** Why they could not be counted. */
  readonly problems: readonly Problem[]
  /** Reads the label files again. */
  readonly again: () => void
}

/** The statistics of the open project: from the disk when the screen opens, and anew after every save and change. */
export function useStats(client: Client, session: LabelSession): StatsView {
  const [view, setView] = useState<Omit<StatsView, 'again'>>({ stats: null, countedAt: null, problems: [] })
  const asked = useRef(0)
  const read = useCallback(
    async (lookAgain: boolean) => {
      const ask = ++asked.current
      if (lookAgain) await session.flush()
      const result = await client.call('stats.read', { lookAgain })
      if (ask !== asked.current) return
      if (result.ok) setView({ stats: result.value, countedAt: new Date(), problems: [] })
      else setView(before => ({ ...before, problems: result.problems }))
    },
    [client, session]
  )
  useEffect(() => {
    void read(true)
    const stop = client.on('labels.changed', () => void read(true))
    return () => {
      stop()
      asked.current++
    }
  }, [client, read])

  const savedAt = useStore(session.store, state => state.save.savedAt)
  const known = useRef(savedAt)
  useEffect(() => {
    if (savedAt === known.current) return
    known.current = savedAt
    const timer = setTimeout(() => void read(false), CALM_MS)
    return () => clearTimeout(timer)
  }, [read, savedAt])

  const again = useCallback(() => void read(true), [read])
  return { ...view, again }
}
