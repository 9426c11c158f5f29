import { useEffect } from 'react'
import type { NewShape } from '../schema.ts'
import { type BoxesState, copyOf, type Props } from './boxes-state.ts'
import { useLatest } from '../../kit/view/use-latest.ts'

/** CSS-like offset, in pixels of the image, of a copy on the image it came from, so that it can be seen. */
const BESIDE = 12

/** What was copied, and from which item. */
interface Copied {
  readonly item: string
  readonly shapes: readonly NewShape[]
}

/** Copy, paste, duplicate, and everything from the image before. Copies stay from image to image. */
export function useCopyKeys(props: Props, state: BoxesState): void {
  const { onKey, readOnly, shared } = props
  const latest = useLatest({ props, state })
  const [copied] = shared.use<Copied | null>('copied', null)

  const some = state.selected.length > 0
  useEffect(() => {
    if (!some) return
    const taken = () => latest.current.state.selected.map(copyOf)
    return onKey({
      'shapes.copy': () => {
        const { props } = latest.current
        const shapes = taken()
        props.shared.set<Copied>('copied', { item: props.item.id, shapes })
        props.toast(shapes.length === 1 ? '1 shape copied.' : `${shapes.length} shapes copied.`)
      },
      ...(readOnly
        ? {}
        : {
            'shapes.duplicate': () =>
              void latest.current.state.make({
                type: 'shapes.add',
                shapes: taken().map(shape => shifted(shape, BESIDE))
              })
          })
    })
  }, [onKey, some, readOnly, latest])

  const canPaste = copied !== null && !readOnly
  useEffect(() => {
    if (!canPaste) return
    return onKey({
      'shapes.paste': () => {
        const { props, state } = latest.current
        const from = props.shared.get<Copied | null>('copied', null)
        if (from === null) return
        const by = from.item === props.item.id ? BESIDE : 0
        state.make({ type: 'shapes.add', shapes: from.shapes.map(shape => shifted(shape, by)) })
        // Pasted again they lie beside the copies, not on them.
        if (by > 0)
          props.shared.set<Copied>('copied', {
            ...from,
            shapes: from.shapes.map(shape => shifted(shape, by))
          })
      }
    })
  }, [onKey, canPaste, latest])

  useEffect(() => {
    if (readOnly) return
    return onKey({ 'shapes.paste-previous': () => void pastePrevious(latest.current) })
  }, [onKey, readOnly, latest])
}

/** Copies every shape of the item before onto this one. */
export async function pastePrevious({ props, state }: { props: Props; state: BoxesState }): Promise<void> {
  const previous = await props.previousAnswer()
  const shapes = previous?.shapes.map(copyOf) ?? []
  if (shapes.length === 0) return props.toast('There is nothing on the image before.')
  if (state.make({ type: 'shapes.add', shapes }))
    props.toast(shapes.length === 1 ? '1 shape pasted.' : `${shapes.length} shapes pasted.`)
}

function shifted(shape: NewShape, by: number): NewShape {
  if (by === 0) return shape
  if (shape.kind === 'polygon' || shape.kind === 'point')
    return { ...shape, points: shape.points.map(([x, y]) => [x + by, y + by] as const) }
  return { ...shape, x: shape.x + by, y: shape.y + by }
}
