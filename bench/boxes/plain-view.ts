import { IMAGE } from './page.ts'

/** The view of the floors: fitted, moved with the middle button, zoomed at the pointer. Calls back after each change. */
export interface PlainView {
  scale: number
  x: number
  y: number
}

export function fittedView(): PlainView {
  const scale = Math.min(innerWidth / IMAGE.width, innerHeight / IMAGE.height)
  return { scale, x: (innerWidth - IMAGE.width * scale) / 2, y: (innerHeight - IMAGE.height * scale) / 2 }
}

export function followPointer(host: HTMLElement, view: () => PlainView, changed: () => void): void {
  let panning = false
  host.addEventListener('pointerdown', event => (panning = event.button === 1))
  host.addEventListener('pointerup', () => (panning = false))
  host.addEventListener('pointermove', event => {
    if (!panning) return
    view().x += event.movementX
    view().y += event.movementY
    changed()
  })
  host.addEventListener(
    'wheel',
    event => {
      event.preventDefault()
      const now = view()
      const factor = Math.exp(-event.deltaY * 0.002)
      now.x = event.clientX - (event.clientX - now.x) * factor
      now.y = event.clientY - (event.clientY - now.y) * factor
      now.scale *= factor
      changed()
    },
    { passive: false }
  )
}
