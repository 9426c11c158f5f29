import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useStore } from 'zustand'
import { panelBounds, type PanelName } from '../../state/panels.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './PanelEdge.module.css'
import { useSession } from './use-session.ts'

const step = 16

/** The edge of a side panel: drag it, or move it with the arrow keys; a double click gives the width back to the window. */
export function PanelEdge({ name, label }: { name: PanelName; label: string }) {
  const { panels } = useSession()
  const width = useStore(panels.store, state => state[name].width)
  const [dragging, setDragging] = useState(false)
  const outwards = name === 'queue' ? 1 : -1
  const widthOf = (edge: Element) => edge.parentElement?.getBoundingClientRect().width ?? panelBounds.least
  const drag = (event: PointerEvent) => {
    const panel = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!dragging || panel === undefined) return
    panels.resize(name, name === 'queue' ? event.clientX - panel.left : panel.right - event.clientX)
  }
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? outwards : event.key === 'ArrowLeft' ? -outwards : 0
    if (by === 0 || event.ctrlKey || event.altKey || event.shiftKey) return
    event.preventDefault()
    panels.resize(name, widthOf(event.currentTarget) + by * step)
  }
  return (
    <div
      className={classNames(styles.edge, styles[name], dragging && styles.dragging)}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={panelBounds.least}
      aria-valuemax={panelBounds.most}
      aria-valuenow={width ?? (name === 'queue' ? 256 : 344)}
      tabIndex={0}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragging(true)
      }}
      onPointerMove={drag}
      onLostPointerCapture={() => setDragging(false)}
      onDoubleClick={() => panels.resize(name, null)}
      onKeyDown={move}
    />
  )
}
