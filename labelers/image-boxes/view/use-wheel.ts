import { useEffect } from 'react'
import type { Ground } from './drawing.ts'
import { moved, zoomed } from './view-transform.ts'

/** Pixels of a wheel for one line or one page, where it counts in those. */
const perUnit = [1, 16, 400] as const

/**
 * The wheel zooms at the pointer, with Ctrl or without, as a pinch on a touchpad does; with Shift, or sideways, it moves
 * the view. Every notch of a mouse is the same factor, whatever the image.
 */
export function useWheel(canvas: HTMLElement | null, ground: () => Ground | undefined): void {
  useEffect(() => {
    if (canvas === null) return
    const wheel = (event: WheelEvent) => {
      const on = ground()
      if (on === undefined) return
      event.preventDefault()
      const { surface } = on
      const { view, image, canvas: room } = surface
      const unit = perUnit[event.deltaMode] ?? 1
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
      if (!event.ctrlKey && (event.shiftKey || Math.abs(dx) > Math.abs(dy)))
        return surface.moveTo(moved(view, -(dx === 0 ? dy : dx), dx === 0 ? 0 : -dy, image, room))
      // A pinch comes in small steps, a notch of a wheel in steps of about a hundred.
      const factor = Math.exp(-Math.max(-240, Math.min(dy, 240)) * (event.ctrlKey ? 0.01 : 0.002))
      surface.moveTo(
        zoomed(
          view,
          Math.max(0.5, Math.min(factor, 2)),
          surface.onCanvas(event.clientX, event.clientY),
          image,
          room
        )
      )
    }
    canvas.addEventListener('wheel', wheel, { passive: false })
    return () => canvas.removeEventListener('wheel', wheel)
  }, [canvas, ground])
}
