import { useEffect } from 'react'
import type { BoxesState, Props, Tool } from './boxes-state.ts'
import type { Drawing } from './drawing.ts'
import { type Way, ways, nudge, cornerNudged, stepped } from './steps.ts'
import { useLatest } from '../../kit/view/use-latest.ts'

/**
 * Tools, and making shapes from the keyboard alone: the key of a tool shows a crosshair, arrows move it, Enter sets a
 * corner, Enter on the last corner ends. Arrows move what is selected while nothing is being made.
 */
export function useToolKeys(
  props: Props,
  state: BoxesState,
  drawing: Drawing,
  phase: Drawing['phase']
): void {
  const { onKey, readOnly, config } = props
  const latest = useLatest({ props, state })

  const offered = config.shapes.join(' ')
  useEffect(() => {
    const take = (tool: Tool) => () => {
      const { state, props } = latest.current
      props.scope.take()
      drawing.cancel()
      state.setTool(tool)
      if (tool === 'select') return
      state.select([])
      drawing.showCursor()
    }
    return onKey({
      'tool.select': take('select'),
      ...(readOnly
        ? {}
        : Object.fromEntries(latest.current.props.config.shapes.map(kind => [`tool.${kind}`, take(kind)])))
    })
  }, [onKey, drawing, latest, offered, readOnly])

  const drawsByKeys = !readOnly && state.tool !== 'select' && state.tool !== 'pan'
  const movable = state.selected.length > 0 && !readOnly
  const arrows = phase === 'cursor' || phase === 'draw' || phase === 'polygon' || movable || drawsByKeys
  useEffect(() => {
    if (!arrows) return
    const press = (way: Way, by: number) => () => {
      const { state } = latest.current
      const making = drawing.phase !== 'idle'
      if (!making && state.selected.length > 0) return moveSelected(state, way, by)
      if (drawing.cursor === undefined) drawing.showCursor()
      if (drawing.cursor === undefined) return
      drawing.setCursor(stepped(drawing.cursor, way, by))
      const { gesture, cursor } = drawing
      if (gesture?.kind === 'draw' || gesture?.kind === 'polygon') drawing.goOn({ ...gesture, to: cursor })
    }
    return onKey(
      Object.fromEntries(
        ways.flatMap(way => [
          [`nudge.${way}`, press(way, 1)],
          [`nudge-far.${way}`, press(way, 10)]
        ])
      )
    )
  }, [onKey, arrows, drawing, latest])

  const sets = phase === 'cursor' || phase === 'draw' || phase === 'polygon'
  useEffect(
    () =>
      sets && !readOnly ? onKey({ 'drawing.set': () => set(drawing, latest.current.state) }) : undefined,
    [onKey, sets, readOnly, drawing, latest]
  )

  const toStop =
    phase !== 'idle' || state.selected.length > 0 || state.hand !== undefined || state.solo !== undefined
  useEffect(() => {
    if (!toStop) return
    return onKey({
      'drawing.stop': () => {
        const { state } = latest.current
        if (drawing.phase !== 'idle') drawing.cancel()
        else if (state.selected.length > 0) state.select([])
        else if (state.solo !== undefined) state.setSolo(undefined)
        else state.setHand(undefined)
      }
    })
  }, [onKey, toStop, drawing, latest])
}

function moveSelected(state: BoxesState, way: Way, by: number): void {
  const { selected, selection } = state
  const [only] = selected
  const gesture = `nudge:${selection.ids.join(' ')}:${selection.corner ?? ''}`
  const corner =
    only === undefined || selection.corner === undefined
      ? undefined
      : cornerNudged(only, selection.corner, way, by)
  state.apply(corner ?? nudge(selected, way, by), gesture)
}

/** Enter: the next corner of what is being made, or its end. */
function set(drawing: Drawing, state: BoxesState): void {
  const { gesture, cursor } = drawing
  if (gesture?.kind === 'draw') return void drawing.finish()
  if (gesture?.kind === 'polygon') {
    const last = gesture.points.at(-1)
    const isNew = cursor !== undefined && (cursor[0] !== last?.[0] || cursor[1] !== last[1])
    if (isNew) drawing.goOn({ ...gesture, points: [...gesture.points, cursor], to: cursor })
    else if (gesture.points.length > 2) drawing.finish()
    return
  }
  if (cursor === undefined) return
  if (state.tool === 'polygon') drawing.begin({ kind: 'polygon', points: [cursor], to: cursor })
  else if (state.tool === 'point') {
    drawing.cancel()
    state.make({ type: 'shape.add', shape: { kind: 'point', points: [cursor], label: state.hand ?? null } })
  } else if (state.tool === 'box' || state.tool === 'rotated')
    drawing.begin({ kind: 'draw', shape: state.tool, from: cursor, to: cursor })
}
