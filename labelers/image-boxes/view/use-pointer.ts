import { useEffect, useRef } from 'react'
import type { Point, Shape } from '../schema.ts'
import type { Drawing, Ground } from './drawing.ts'
import { cursorOf, handleAt, type PlacedHandle } from './handles.ts'
import { shapeAt, shapesWithin } from './hit-test.ts'
import { placed, SNAP } from './placing.ts'
import { moved } from './view-transform.ts'

/** CSS pixels within which a press and a release are a click. */
const CLICK = 4
/** CSS pixels around a handle, and beside a line, that still count as it. */
const REACH = 8

/**
 * The pointer on the canvas. With a drawing tool a drag draws, and two clicks draw as well; a shape is never selected by
 * it, only the handles of the one that is selected can be taken. With the select tool a click takes the smallest shape
 * under it, Alt the one behind, Shift one more; a drag moves, or draws a marquee where there is nothing.
 */
export function usePointer(
  canvas: HTMLElement | null,
  ground: () => Ground | undefined,
  drawing: Drawing,
  spaceHeld: () => boolean
): void {
  const pressed = useRef<{ readonly at: Point; readonly panning: boolean } | undefined>(undefined)
  const before = useRef<Point>([-1, -1])

  useEffect(() => {
    if (canvas === null) return

    const down = (event: PointerEvent) => {
      const on = ground()
      if (on === undefined || !isCanvas(event.target)) return
      const { props, state, surface } = on
      props.scope.take()
      canvas.focus({ preventScroll: true })
      const panning = event.button === 1 || (event.button === 0 && (spaceHeld() || state.tool === 'pan'))
      if (!panning && event.button !== 0) return
      event.preventDefault()
      if (event.isTrusted) canvas.setPointerCapture(event.pointerId)
      pressed.current = { at: [event.clientX, event.clientY], panning }
      drawing.hideCursor()
      if (panning) return void (canvas.dataset['panning'] = 'true')
      const place = surface.placeAt(event.clientX, event.clientY)
      if (drawing.gesture !== undefined) return
      const held = handleUnder(on, place)
      if (held !== undefined) return takeHandle(on, held, event)
      if (state.tool === 'select' || props.readOnly) return takeShape(on, place, event)
      if (state.tool === 'box' || state.tool === 'rotated') {
        const from = snapped(on, place)
        state.select([])
        drawing.begin({ kind: 'draw', shape: state.tool, from, to: from })
      }
    }

    const takeHandle = (on: Ground, { handle, at }: PlacedHandle, event: PointerEvent) => {
      const [shape] = on.state.selected
      if (shape === undefined) return
      if (handle.kind === 'side' && (shape.kind === 'box' || shape.kind === 'rotated'))
        return drawing.begin({ kind: 'resize', shape, side: handle, to: at })
      if (handle.kind === 'turn' && shape.kind === 'rotated')
        return drawing.begin({ kind: 'turn', shape, to: at, inSteps: event.shiftKey })
      if (shape.kind !== 'polygon' || (handle.kind !== 'corner' && handle.kind !== 'edge')) return
      const { index } = handle
      if (event.altKey && handle.kind === 'corner') {
        on.state.apply({ type: 'shape.points', id: shape.id, points: shape.points.toSpliced(index, 1) })
        return
      }
      const isNew = handle.kind === 'edge'
      on.state.select([shape.id], { pointed: true, corner: isNew ? index + 1 : index })
      drawing.begin({ kind: 'corner', shape, index, isNew, to: snapped(on, at) })
    }

    const takeShape = (on: Ground, place: Point, event: PointerEvent) => {
      const { state, props } = on
      const ids = state.selected.map(shape => shape.id)
      const past = event.altKey ? ids[0] : undefined
      const hit = shapeAt(state.visible, place, reach(on), past)
      if (hit === undefined)
        return drawing.begin({ kind: 'marquee', from: place, to: place, adding: event.shiftKey })
      if (event.shiftKey) {
        const others = ids.filter(id => id !== hit.id)
        return state.select(others.length < ids.length ? others : [...ids, hit.id], { pointed: true })
      }
      const isSelected = ids.includes(hit.id)
      if (!isSelected) state.select([hit.id], { pointed: true })
      if (props.readOnly) return
      const shapes = isSelected ? state.selected : [hit]
      drawing.begin({ kind: 'move', shapes, from: place, to: place })
    }

    const move = (event: PointerEvent) => {
      const on = ground()
      if (on === undefined) return
      const { surface, state } = on
      // The browser also says that the pointer moved when something moved under it.
      if (event.clientX === before.current[0] && event.clientY === before.current[1]) return
      const [lastX, lastY] = before.current
      before.current = [event.clientX, event.clientY]
      const place = surface.placeAt(event.clientX, event.clientY)
      drawing.pointedAt(place)
      if (pressed.current?.panning === true) {
        const { view, image, canvas: room } = surface
        surface.moveTo(moved(view, event.clientX - lastX, event.clientY - lastY, image, room))
        return
      }
      drawing.hideCursor()
      const gesture = drawing.gesture
      if (gesture === undefined) pointAround(on, place)
      else follow(on, place, event)
      surface.pointOut(state.tool === 'select' || state.tool === 'pan' ? undefined : snapped(on, place))
    }

    /** What the pointer says while nothing is under way. */
    const pointAround = (on: Ground, place: Point) => {
      const { state } = on
      const held = handleUnder(on, place)
      const [only] = state.selected
      const over = state.tool === 'select' && held === undefined
      const hit = over ? shapeAt(state.visible, place, reach(on)) : undefined
      drawing.hover(hit?.id)
      canvas.style.cursor =
        held !== undefined && only !== undefined
          ? cursorOf(held.handle, only)
          : hit !== undefined
            ? 'move'
            : ''
    }

    const follow = (on: Ground, place: Point, event: PointerEvent) => {
      const gesture = drawing.gesture
      if (gesture === undefined) return
      switch (gesture.kind) {
        case 'move':
        case 'marquee':
          return drawing.goOn({ ...gesture, to: place })
        case 'turn':
          return drawing.goOn({ ...gesture, to: place, inSteps: event.shiftKey })
        case 'draw':
        case 'polygon':
        case 'resize':
        case 'corner':
          return drawing.goOn({ ...gesture, to: snapped(on, place) })
      }
    }

    const up = (event: PointerEvent) => {
      const start = pressed.current
      pressed.current = undefined
      delete canvas.dataset['panning']
      const on = ground()
      if (on === undefined || start === undefined || start.panning) return
      const place = on.surface.placeAt(event.clientX, event.clientY)
      const still = Math.hypot(event.clientX - start.at[0], event.clientY - start.at[1]) < CLICK
      const gesture = drawing.gesture
      if (gesture === undefined) return still ? clicked(on, place) : undefined
      if (gesture.kind === 'polygon') return clickedPolygon(on, gesture.points, place)
      if (gesture.kind === 'marquee') {
        drawing.cancel()
        return taken(on, gesture.adding, shapesWithin(on.state.visible, gesture.from, place))
      }
      if (gesture.kind === 'draw') {
        // The first of two clicks; the second ends it.
        const begun = Math.hypot(
          start.at[0] - on.surface.onScreen(gesture.from)[0],
          start.at[1] - on.surface.onScreen(gesture.from)[1]
        )
        if (still && begun < CLICK + SNAP) return
        drawing.goOn({ ...gesture, to: snapped(on, place) })
        drawing.finish()
        return
      }
      if (still && gesture.kind !== 'corner') return drawing.cancel()
      follow(on, place, event)
      drawing.finish()
    }

    const clicked = (on: Ground, place: Point) => {
      if (on.props.readOnly) return
      const at = snapped(on, place)
      if (on.state.tool === 'polygon') {
        on.state.select([])
        drawing.begin({ kind: 'polygon', points: [at], to: at })
      } else if (on.state.tool === 'point')
        on.state.make({
          type: 'shape.add',
          shape: { kind: 'point', points: [at], label: on.state.hand ?? null }
        })
    }

    /** One more corner; on the first one, or on the last, the polygon is closed. */
    const clickedPolygon = (on: Ground, points: readonly Point[], place: Point) => {
      const at = snapped(on, place)
      const near = (corner: Point | undefined) =>
        corner !== undefined && Math.hypot(corner[0] - at[0], corner[1] - at[1]) <= reach(on)
      if (near(points.at(-1)) || (points.length > 2 && near(points[0]))) {
        if (points.length > 2) drawing.finish()
        return
      }
      drawing.goOn({ kind: 'polygon', points: [...points, at], to: at })
    }

    const leave = () => {
      drawing.hover(undefined)
      const on = ground()
      if (drawing.cursor === undefined) on?.surface.pointOut(undefined)
    }
    const lost = () => {
      pressed.current = undefined
      delete canvas.dataset['panning']
      drawing.cancel()
    }

    const stop = new AbortController()
    const { signal } = stop
    canvas.addEventListener('pointerdown', down, { signal })
    canvas.addEventListener('pointermove', move, { signal })
    canvas.addEventListener('pointerup', up, { signal })
    canvas.addEventListener('pointercancel', lost, { signal })
    canvas.addEventListener('pointerleave', leave, { signal })
    canvas.addEventListener('contextmenu', event => event.preventDefault(), { signal })
    // The middle button would scroll by itself.
    canvas.addEventListener('mousedown', event => event.button === 1 && event.preventDefault(), { signal })
    return () => stop.abort()
  }, [canvas, ground, drawing, spaceHeld])
}

/** Buttons and panels lie in the canvas, too. */
const isCanvas = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-over-canvas]') === null

const reach = ({ surface }: Ground): number => REACH / surface.view.scale

function snapped({ surface }: Ground, place: Point): Point {
  return placed(place, surface.image, SNAP / surface.view.scale)
}

function handleUnder(on: Ground, place: Point): PlacedHandle | undefined {
  const { state, props, surface } = on
  const [only] = state.selected
  if (props.readOnly || state.hidden || state.tool === 'pan') return undefined
  if (only === undefined || state.selected.length !== 1) return undefined
  return handleAt(only, place, reach(on), surface.view.scale)
}

function taken({ state }: Ground, adding: boolean, shapes: readonly Shape[]): void {
  const before = adding ? state.selected.map(shape => shape.id) : []
  state.select([...new Set([...before, ...shapes.map(shape => shape.id)])], { pointed: true })
}
