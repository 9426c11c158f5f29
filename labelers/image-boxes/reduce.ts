import type { Context } from '../kit/labeler.ts'
import { labelsById } from '../kit/labels.ts'
import { admits, isAsked, valuesFor, withValue } from './attributes.ts'
import { geometryOf } from './geometry.ts'
import { sizeFor, sizeOfItem } from './image-size.ts'
import { moved, repointed, resized, rotated } from './moves.ts'
import {
  type Answer,
  type AttributeValue,
  type Command,
  type Config,
  type NewShape,
  type Shape
} from './schema.ts'
import { highestNumber, rememberHighest } from './shapes.ts'
import { restacked } from './stacking.ts'
import { clipped, type Limits, limitsOf, pushedIn } from './within-image.ts'

/** Pure and total: what cannot be done, or changes nothing, returns the same object. */
export function reduce(answer: Answer, command: Command, context: Context<Config>): Answer {
  const { config } = context
  const limits = limitsOf(sizeFor(answer, context), config.minSize)
  switch (command.type) {
    case 'shape.add':
      return addAll(answer, [command.shape], context, shape => clipped(shape, limits))
    case 'shapes.add':
      return addAll(answer, command.shapes, context, shape => pasted(shape, limits))
    case 'shapes.move':
      return withShapes(answer, context, moved(answer.shapes, command, limits))
    case 'shape.resize':
      return edited(answer, context, [command.id], shape =>
        shape.locked === true ? shape : resized(shape, command, limits)
      )
    case 'shape.points':
      return edited(answer, context, [command.id], shape =>
        shape.locked === true ? shape : repointed(shape, command.points, limits)
      )
    case 'shape.rotate':
      return edited(answer, context, [command.id], shape =>
        shape.locked === true ? shape : rotated(shape, command.rotation, limits, config)
      )
    case 'shapes.relabel':
      return edited(answer, context, command.ids, shape => relabelled(shape, command.label, config))
    case 'shapes.remove': {
      const going = new Set(command.ids)
      const shapes = answer.shapes.filter(shape => shape.locked === true || !going.has(shape.id))
      return withShapes(answer, context, shapes.length === answer.shapes.length ? answer.shapes : shapes)
    }
    case 'shapes.order':
      return withShapes(answer, context, restacked(answer.shapes, new Set(command.ids), command.to))
    case 'shapes.attribute':
      return edited(answer, context, command.ids, shape =>
        answered(shape, command.attribute, command.value, config)
      )
    case 'shapes.lock':
      return edited(answer, context, command.ids, shape => locked(shape, command.locked))
    case 'nothing.toggle': {
      if (answer.shapes.length > 0) return answer
      const { nothing, ...rest } = answer
      return nothing === true ? rest : { ...rest, nothing: true }
    }
    default:
      return answer
  }
}

/** The same answer for the same list; else the answer with them, and with the size of the image once it is known. */
function withShapes(answer: Answer, context: Context<Config>, shapes: readonly Shape[]): Answer {
  if (shapes === answer.shapes) return answer
  const { nothing: _, ...rest } = answer
  const stale = answer.image === null || answer.shapes.length === 0
  return {
    ...rest,
    image: (stale ? sizeOfItem(context) : undefined) ?? answer.image,
    shapes: shapes as Shape[]
  }
}

function edited(
  answer: Answer,
  context: Context<Config>,
  ids: readonly string[],
  edit: (shape: Shape) => Shape
): Answer {
  const wanted = new Set(ids)
  let changed = false
  const shapes = answer.shapes.map(shape => {
    const next = wanted.has(shape.id) ? edit(shape) : shape
    changed ||= next !== shape
    return next
  })
  return changed ? withShapes(answer, context, shapes) : answer
}

function addAll(
  answer: Answer,
  shapes: readonly NewShape[],
  context: Context<Config>,
  place: (shape: NewShape) => ReturnType<typeof clipped>
): Answer {
  const { config } = context
  const labels = labelsById(config.labels)
  let number = highestNumber(answer.shapes)
  const added = shapes.flatMap(shape => {
    if (!config.shapes.includes(shape.kind) || !isFinite(shape)) return []
    if (shape.label !== null && !labels.has(shape.label)) return []
    const geometry = place(shape)
    if (geometry === undefined) return []
    const { label } = shape
    const asked = (shape.attributes ?? []).filter(({ id, value }) => {
      const attribute = config.attributes.find(each => each.id === id)
      return attribute !== undefined && isAsked(attribute, label) && admits(attribute, value)
    })
    const attributes = valuesFor(config, label, asked)
    return [{ id: `b${++number}`, label, ...geometry, ...(attributes.length > 0 ? { attributes } : {}) }]
  })
  if (added.length === 0) return answer
  const all = [...answer.shapes, ...added]
  rememberHighest(all, number)
  return withShapes(answer, context, all)
}

function pasted(shape: NewShape, limits: Limits): ReturnType<typeof clipped> {
  const geometry = geometryOf(shape)
  return clipped(pushedIn(geometry, limits.size) ?? geometry, limits)
}

function isFinite(shape: NewShape): boolean {
  if (shape.kind === 'polygon' || shape.kind === 'point')
    return shape.points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
  const { x, y, width, height } = shape
  const turn = shape.kind === 'rotated' ? shape.rotation : 0
  return [x, y, width, height, turn].every(Number.isFinite)
}

function relabelled(shape: Shape, label: string | null, config: Config): Shape {
  if (shape.label === label || (label !== null && !labelsById(config.labels).has(label))) return shape
  return withAttributes({ ...shape, label }, valuesFor(config, label, shape.attributes))
}

function answered(shape: Shape, id: string, value: AttributeValue | null, config: Config): Shape {
  if (value !== null) {
    const attribute = config.attributes.find(each => each.id === id)
    if (attribute === undefined || !isAsked(attribute, shape.label) || !admits(attribute, value)) return shape
  }
  const values = withValue(shape.attributes, id, value)
  return values === shape.attributes ? shape : withAttributes(shape, values)
}

/** An empty list is not written. */
function withAttributes(shape: Shape, values: Shape['attributes']): Shape {
  const { attributes: _, ...rest } = shape
  return values === undefined || values.length === 0 ? rest : { ...rest, attributes: values }
}

function locked(shape: Shape, lock: boolean): Shape {
  if ((shape.locked === true) === lock) return shape
  const { locked: _, ...rest } = shape
  return lock ? { ...rest, locked: true } : rest
}
