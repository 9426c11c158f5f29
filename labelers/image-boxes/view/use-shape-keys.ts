import { useEffect } from 'react'
import type { Order, Shape } from '../schema.ts'
import type { BoxesState, Props } from './boxes-state.ts'
import type { Drawing } from './drawing.ts'
import { cornerAdded, cornerRemoved, shapeBeside, sideMoved, ways } from './steps.ts'
import { useLatest } from '../../kit/view/use-latest.ts'

const orders: readonly Order[] = ['front', 'forward', 'backward', 'back']

/** What keys do with shapes that are there: go from one to the next, label, size, turn, order, lock, remove. */
export function useShapeKeys(
  props: Props,
  state: BoxesState,
  drawing: Drawing,
  phase: Drawing['phase'],
  focused: boolean
): void {
  const { onKey, readOnly, config } = props
  const latest = useLatest({ props, state })

  const some = state.visible.length > 0
  useEffect(() => {
    if (!some) return
    const go = (by: 1 | -1) => () => {
      const { state } = latest.current
      const next = shapeBeside(state.visible, state.selected, by, true)
      if (next !== undefined) state.select([next.id])
    }
    return onKey({
      'shape.next': go(1),
      'shape.previous': go(-1),
      'shapes.select-all': () => {
        const { state } = latest.current
        state.select(state.visible.map(shape => shape.id))
      }
    })
  }, [onKey, some, latest])

  // Tab leaves the image after the last shape, as it leaves any other part of the window.
  const after = focused ? shapeBeside(state.visible, state.selected, 1, false)?.id : undefined
  const before = focused ? shapeBeside(state.visible, state.selected, -1, false)?.id : undefined
  useEffect(() => {
    const take = (id: string) => () => latest.current.state.select([id])
    return onKey({
      ...(after === undefined ? {} : { 'shape.next-in-image': take(after) }),
      ...(before === undefined ? {} : { 'shape.previous-in-image': take(before) })
    })
  }, [onKey, after, before, latest])

  const canChange = state.selected.length > 0 && !readOnly && (phase === 'idle' || phase === 'cursor')
  useEffect(() => {
    if (!canChange) return
    const ids = () => latest.current.state.selected.map(shape => shape.id)
    const apply: BoxesState['apply'] = (command, gesture) => latest.current.state.apply(command, gesture)
    const side = (way: (typeof ways)[number], by: number) => () => {
      for (const shape of latest.current.state.selected.slice(0, 1)) {
        const command = sideMoved(shape, way, by)
        if (command !== undefined) apply(command, `size:${shape.id}`)
      }
    }
    const turn = (by: number) => () => {
      const [only] = latest.current.state.selected
      if (only === undefined || (only.kind !== 'box' && only.kind !== 'rotated')) return
      const rotation = (only.kind === 'rotated' ? only.rotation : 0) + by
      apply({ type: 'shape.rotate', id: only.id, rotation }, `turn:${only.id}`)
    }
    const sized = ways.flatMap(way => [
      [`grow.${way}`, side(way, 1)] as const,
      [`shrink.${way}`, side(opposite[way], -1)] as const
    ])
    const ordered = orders.map(
      to => [`order.${to}`, () => void apply({ type: 'shapes.order', ids: ids(), to })] as const
    )
    return onKey({
      ...Object.fromEntries([...sized, ...ordered]),
      'rotate.left': turn(-1),
      'rotate.right': turn(1),
      'rotate-far.left': turn(-15),
      'rotate-far.right': turn(15),
      'shapes.remove': () => remove(latest.current.state),
      'shapes.lock': () => {
        const { selected } = latest.current.state
        const locked = !selected.every(shape => shape.locked === true)
        apply({ type: 'shapes.lock', ids: ids(), locked })
      },
      'label.none': () => void apply({ type: 'shapes.relabel', ids: ids(), label: null })
    })
  }, [onKey, canChange, latest])

  // While a polygon is drawn, Backspace takes its last corner back.
  const drawsPolygon = phase === 'polygon'
  useEffect(() => {
    if (!drawsPolygon) return
    return onKey({
      'shapes.remove': () => {
        const { gesture } = drawing
        if (gesture?.kind !== 'polygon') return
        if (gesture.points.length === 1) drawing.cancel()
        else drawing.goOn({ ...gesture, points: gesture.points.slice(0, -1) })
      }
    })
  }, [onKey, drawsPolygon, drawing])

  const polygon = state.selected.length === 1 && state.selected[0]?.kind === 'polygon'
  useEffect(() => {
    if (!polygon) return
    const step = (by: number) => () => {
      const { state } = latest.current
      const corners = cornersIn(state.selected[0])
      const at = state.selection.corner
      const corner = at === undefined ? (by === 1 ? 0 : corners - 1) : (at + by + corners) % corners
      state.select(state.selection.ids, { corner })
    }
    return onKey({
      'corner.next': step(1),
      'corner.previous': step(-1),
      ...(readOnly
        ? {}
        : {
            'corner.add': () => {
              const { state } = latest.current
              const [only] = state.selected
              const at = state.selection.corner ?? cornersIn(only) - 1
              const command = only === undefined ? undefined : cornerAdded(only, at)
              if (command !== undefined && state.apply(command))
                state.select(state.selection.ids, { corner: at + 1 })
            }
          })
    })
  }, [onKey, polygon, readOnly, latest])

  useEffect(() => {
    if (readOnly) return
    return onKey(
      Object.fromEntries(
        config.labels.map(({ id }) => [`label.apply:${id}`, () => latest.current.state.applyLabel(id)])
      )
    )
  }, [onKey, readOnly, config.labels, latest])

  useEffect(() => {
    if (!some) return
    return onKey({
      'attributes.mode': () => {
        const { state, props } = latest.current
        if (props.config.attributes.length === 0)
          return props.toast('This task asks nothing about a shape beside its label.')
        const first = state.selected[0] ?? shapeBeside(state.visible, [], 1, false)
        if (first === undefined) return
        state.select([first.id])
        state.setAttributes(true)
      }
    })
  }, [onKey, some, latest])
}

const opposite = { left: 'right', right: 'left', up: 'down', down: 'up' } as const

const cornersIn = (shape: Shape | undefined): number => (shape?.kind === 'polygon' ? shape.points.length : 1)

/** Removes what is selected: the corner of a polygon that is, else the shapes. */
function remove(state: BoxesState): void {
  const { selected, selection } = state
  const [only] = selected
  if (only?.kind === 'polygon' && selection.corner !== undefined) {
    const command = cornerRemoved(only, selection.corner)
    if (command !== undefined && state.apply(command))
      state.select(selection.ids, { corner: selection.corner % (only.points.length - 1) })
    return
  }
  if (state.apply({ type: 'shapes.remove', ids: selected.map(shape => shape.id) })) {
    // Locked ones are still there.
    const left = selected.filter(shape => shape.locked === true)
    state.select(left.map(shape => shape.id))
  }
}
