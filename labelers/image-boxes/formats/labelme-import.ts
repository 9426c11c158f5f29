import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import { around, turnOf } from '../geometry.ts'
import type { Answer, AttributeValue, Config, Geometry, Point } from '../schema.ts'
import { eachFile } from '../../kit/each-file.ts'
import { answerOf, configFor, entry, type ForeignShape, sizeFrom } from './imported.ts'
import { listOf, numbersOf, parsed, propertiesOf, textOf } from '../../kit/json-values.ts'
import { attributesOf } from './attribute-values.ts'
import { boxBetween, quadrangle } from './rectangle.ts'

type Properties = ReadonlyMap<string, unknown>

export const labelmeImporter: Importer<Config, Answer> = {
  format: 'labelme',
  title: 'LabelMe and X-AnyLabeling',
  readsFolders: true,
  leavesOut:
    'Circles, lines and masks, each said; flags of the picture, how sure a model was, and pictures inside the JSON.',
  async *read(file) {
    for await (const each of eachFile(file, 'json')) {
      if ('problem' in each) yield each
      else yield* await pictureOf(each.file, file.isFolder === true)
    }
  },
  recognises: (lines, path) => /\.json$/i.test(path) && /"(shapes|imagePath)"\s*:/.test(lines.join('\n')),
  configFor,
  answer: answerOf
}

async function pictureOf(file: ImportFile, inFolder: boolean): Promise<readonly Imported[]> {
  const root = propertiesOf(parsed(await file.text()))
  const problem = (message: string): Imported => ({ problem: { file: file.path, message } })
  if (!Array.isArray(root.get('shapes')))
    return [problem('This is no LabelMe file: it has no list of shapes.')]
  const problems: Imported[] = []
  const shapes = listOf(root.get('shapes')).flatMap((each, at): ForeignShape[] => {
    const shape = shapeOf(propertiesOf(each))
    if (typeof shape !== 'string') return [shape]
    problems.push(problem(`Shape ${at + 1} was left out: ${shape}`))
    return []
  })
  const id = textOf(root.get('item'))
  return [
    ...problems,
    {
      record: {
        file: file.path,
        line: 1,
        path: besideOf(inFolder ? file.path : '', textOf(root.get('imagePath')), file.path),
        ...(id === undefined ? {} : { id }),
        meta: {},
        answers: entry({ size: sizeFrom(root.get('imageWidth'), root.get('imageHeight')), shapes })
      }
    }
  ]
}

/** The picture's path is relative to the JSON; without one it has the name of the JSON. */
function besideOf(json: string, image: string | undefined, file: string): string {
  if (image === undefined) return file.replace(/\.json$/i, '')
  const parts = json.split('/').slice(0, -1)
  for (const part of image.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function shapeOf(shape: Properties): ForeignShape | string {
  const label = textOf(shape.get('label'))
  if (label === undefined) return 'it has no label.'
  const geometry = geometryOf(shape)
  if (typeof geometry === 'string') return geometry
  const attributes: [string, AttributeValue][] = attributesOf(shape.get('attributes'))
  for (const [name, value] of propertiesOf(shape.get('flags')))
    if (value === true) attributes.push([name, true])
  if (shape.get('difficult') === true) attributes.push(['difficult', true])
  const group = shape.get('group_id')
  if (typeof group === 'number') attributes.push(['group_id', group])
  const description = textOf(shape.get('description'))
  if (description !== undefined) attributes.push(['description', description])
  const said = [...new Map(attributes)]
  return { ...geometry, label, ...(said.length > 0 ? { attributes: said } : {}) }
}

function geometryOf(shape: Properties): Geometry | string {
  const type = shape.get('shape_type') ?? 'polygon'
  const own = numbersOf(shape.get('box'))
  const [x = 0, y = 0, width = 0, height = 0, rotation = 0] = own ?? []
  if (own?.length === 4 && type === 'rectangle') return { kind: 'box', x, y, width, height }
  if (own?.length === 5 && type === 'rotation')
    return { kind: 'rotated', x, y, width, height, rotation: turnOf(rotation) }
  const points = listOf(shape.get('points')).map(numbersOf)
  if (!points.every(point => point?.length === 2)) return 'its points are not pairs of numbers.'
  return placed(type, points as unknown as readonly Point[])
}

function placed(type: unknown, points: readonly Point[]): Geometry | string {
  const [a, b, c, d] = points
  if (type === 'point' && a !== undefined && points.length === 1) return { kind: 'point', points: [a] }
  if (type === 'polygon' && points.length >= 3) return { kind: 'polygon', points: [...points] }
  if (a === undefined || b === undefined) return 'it has too few points.'
  const four = c !== undefined && d !== undefined && points.length === 4
  // LabelMe writes two corners in the order of drawing, X-AnyLabeling all four.
  if (type === 'rectangle' && (points.length === 2 || four)) {
    const { left, top, right, bottom } = around(points)
    return boxBetween([String(left), String(top)], [String(right), String(bottom)])
  }
  if (type === 'rotation' && four) return quadrangle([a, b, c, d])
  return `a ${String(type)} of ${points.length} points is none of the shapes there are here.`
}
