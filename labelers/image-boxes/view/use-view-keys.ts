import { useEffect, useState } from 'react'
import type { BoxesState, Props } from './boxes-state.ts'
import { extentOfAll } from './outline.ts'
import type { Surface } from './surface.ts'
import { useLatest } from '../../kit/view/use-latest.ts'
import { centred, closeUp, toImage, zoomed, ZOOM_STEP } from './view-transform.ts'

/** Zoom, what is shown and how: nothing of it changes an answer. */
export function useViewKeys(props: Props, state: BoxesState, surface: () => Surface | undefined): void {
  const { onKey, shared } = props
  const latest = useLatest({ props, state })

  useEffect(() => {
    const toggle = (key: string, at: boolean) => () => shared.set(key, !shared.get(key, at))
    return onKey({
      'view.zoom-in': () => zoomBy(surface(), ZOOM_STEP),
      'view.zoom-out': () => zoomBy(surface(), 1 / ZOOM_STEP),
      'view.fit': () => surface()?.fit(),
      'view.actual-size': () => actualSize(surface()),
      'view.adjust': toggle('adjusting', false),
      'view.crosshair': toggle('crosshair', true),
      'view.minimap': toggle('minimap', true)
    })
  }, [onKey, shared, surface])

  const some = props.answer.shapes.length > 0
  useEffect(() => {
    if (!some) return
    return onKey({
      'view.hide': () => latest.current.state.setHidden(!latest.current.state.hidden),
      'view.solo': () => {
        const { state } = latest.current
        if (state.solo !== undefined) return state.setSolo(undefined)
        const [first] = state.selected
        if (first !== undefined) state.setSolo(first.label)
        else if (state.hand !== undefined) state.setSolo(state.hand)
      }
    })
  }, [onKey, some, latest])

  const selected = state.selected.length > 0
  useEffect(() => {
    if (!selected) return
    return onKey({
      'view.to-selection': () => {
        const on = surface()
        const part = extentOfAll(latest.current.state.selected)
        if (on !== undefined && part !== undefined) on.moveTo(closeUp(part, on.image, on.canvas))
      }
    })
  }, [onKey, selected, surface, latest])
}

/** Whether Space is held down, which moves the view instead of drawing. */
export function useHeldSpace({ onKey }: Props, canvas: HTMLElement | null): () => boolean {
  const [held] = useState(() => ({ is: false }))
  const [isHeld] = useState(() => () => held.is)
  useEffect(() => {
    if (canvas === null) return
    const set = (is: boolean) => {
      held.is = is
      if (is) canvas.dataset['space'] = 'true'
      else delete canvas.dataset['space']
    }
    const released = (event: KeyboardEvent) => {
      if (event.code === 'Space') set(false)
    }
    const lost = () => set(false)
    window.addEventListener('keyup', released)
    window.addEventListener('blur', lost)
    const remove = onKey({ 'tool.pan': () => set(true) })
    return () => {
      window.removeEventListener('keyup', released)
      window.removeEventListener('blur', lost)
      remove()
      set(false)
    }
  }, [canvas, held, onKey])
  return isHeld
}

/** Nearer or further, the middle of the canvas staying where it is. */
export function zoomBy(surface: Surface | undefined, factor: number): void {
  if (surface === undefined) return
  const { view, image, canvas } = surface
  surface.moveTo(zoomed(view, factor, [canvas.width / 2, canvas.height / 2], image, canvas))
}

/** One pixel of the image for one of the screen, in the middle what was there. */
export function actualSize(surface: Surface | undefined): void {
  if (surface === undefined) return
  const { view, image, canvas } = surface
  const middle = toImage(view, [canvas.width / 2, canvas.height / 2])
  surface.moveTo(centred(image, canvas, 1 / window.devicePixelRatio, middle))
}
