import type { Problem } from '../../schemas/schema.ts'
import type { Context } from '../kit/labeler.ts'
import { labelsById, nameOf } from '../kit/labels.ts'
import { admits, attributesFor, valueOf } from './attributes.ts'
import { areaOf, extentOf } from './geometry.ts'
import { sizeFor, sizeOfItem } from './image-size.ts'
import type { Answer, Attribute, Config, Shape } from './schema.ts'
import { isWithin } from './within-image.ts'

/** What keeps an answer from being complete or true: shapes without a label, outside the image, attributes not given. */
export function check(answer: Answer, context: Context<Config>): readonly Problem[] {
  const { config } = context
  const problems: Problem[] = []
  const labels = labelsById(config.labels)
  const size = sizeFor(answer, context)
  const ids = new Set<string>()
  if (context.required && answer.shapes.length === 0 && answer.nothing !== true)
    problems.push({ path: '/shapes', message: 'Draw what is asked for, or say that there is nothing here.' })
  const now = sizeOfItem(context)
  const { image } = answer
  if (image !== null && now !== undefined && (image.width !== now.width || image.height !== now.height)) {
    const [was, is] = [image, now].map(({ width, height }) => `${width} × ${height}`)
    problems.push({ path: '/image', message: `The image was ${was} when this was drawn, and is ${is} now.` })
  }
  if (answer.nothing === true && answer.shapes.length > 0)
    problems.push({ path: '/nothing', message: 'It says that there is nothing here, and there are shapes.' })
  for (const [place, shape] of answer.shapes.entries()) {
    const say = (part: string, message: string) => problems.push({ path: `/shapes/${place}${part}`, message })
    if (ids.has(shape.id)) say('/id', `Two shapes have the id "${shape.id}".`)
    ids.add(shape.id)
    const called = title(shape, config)
    if (shape.label === null) say('/label', `${called} has no label.`)
    else if (!labels.has(shape.label))
      say('/label', `${called} has the label "${shape.label}", which this task does not have.`)
    if (size !== undefined && !isWithin(extentOf(shape), size))
      say('', `${called} reaches outside the image of ${size.width} × ${size.height}.`)
    if (shape.kind === 'polygon' && areaOf(shape) === 0) say('/points', `${called} has no area.`)
    for (const attribute of attributesFor(config, shape.label)) {
      const message = attributeProblem(attribute, shape)
      if (message !== undefined) say('/attributes', `${called}: ${message}`)
    }
  }
  return problems
}

function attributeProblem(attribute: Attribute, shape: Shape): string | undefined {
  const value = valueOf(shape, attribute.id)
  if (value === undefined)
    return attribute.required === true ? `"${attribute.name}" is not given.` : undefined
  return admits(attribute, value) ? undefined : `"${attribute.name}" cannot be "${String(value)}".`
}

const kindNames = { box: 'Box', rotated: 'Rotated box', polygon: 'Polygon', point: 'Point' } as const

/** `Box 12 (Car)`: what a list calls a shape. */
function title(shape: Shape, config: Config): string {
  const name = `${kindNames[shape.kind]} ${shape.id.slice(1)}`
  return shape.label === null ? name : `${name} (${nameOf(config.labels, shape.label)})`
}
