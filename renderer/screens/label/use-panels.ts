import { useEffect, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { LabelSession } from '../../state/label-session.ts'
import { isShown, narrowWindow, type PanelName } from '../../state/panels.ts'

const names = ['queue', 'side'] as const

function watchNarrow(listener: () => void): () => void {
  const query = matchMedia(narrowWindow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Which side panels are shown; their widths are custom properties of the page, as the grid of the screen reads them. */
export function usePanels({ panels }: LabelSession): Readonly<Record<PanelName, boolean>> {
  const state = useStore(panels.store)
  const narrow = useSyncExternalStore(watchNarrow, () => matchMedia(narrowWindow).matches)
  const queue = isShown('queue', state.queue, narrow)
  const side = isShown('side', state.side, narrow)
  useEffect(() => {
    const { style } = document.documentElement
    for (const name of names) {
      const width = state[name].width
      if (!(name === 'queue' ? queue : side)) style.setProperty(`--w-${name}`, '0px')
      else if (width === null) style.removeProperty(`--w-${name}`)
      // Never so wide that no item is left between them.
      else style.setProperty(`--w-${name}`, `min(${width}px, max(312px, 40vw))`)
    }
    return () => {
      for (const name of names) style.removeProperty(`--w-${name}`)
    }
  }, [state, queue, side])
  return { queue, side }
}
