import type { Importer, Imported } from '../../kit/format.ts'
import { HIGHEST_CLASS } from '../../kit/keys.ts'
import { outlineOf, turnOf } from '../geometry.ts'
import type { Answer, AttributeValue, Config, Geometry, Point } from '../schema.ts'
import { answerOf, configFor, entry, type ForeignShape, sizeFrom } from './imported.ts'
import { listOf, numbersOf, parsed, propertiesOf, textOf } from '../../kit/json-values.ts'
import { attributesOf, pointsOf } from './attribute-values.ts'

type Properties = ReadonlyMap<string, unknown>

export const cocoImporter: Importer<Config, Answer> = {
  format: 'coco',
  title: 'COCO',
  leavesOut:
    'Masks (run-length encoded), outlines in several parts and keypoints: their boxes are taken, and each is said. Licences and the head of the file.',
  async *read(file) {
    const root = propertiesOf(parsed(await file.text()))
    if (!Array.isArray(root.get('images')) || !Array.isArray(root.get('annotations'))) {
      yield { problem: { message: 'This is no COCO file: it has no list of images and of annotations.' } }
      return
    }
    const categories = new Map(
      listOf(root.get('categories')).flatMap(each => {
        const category = propertiesOf(each)
        const [id, name] = [category.get('id'), textOf(category.get('name'))]
        return typeof id === 'number' && name !== undefined ? [[id, name] as const] : []
      })
    )
    const annotations = new Map<unknown, Properties[]>()
    for (const each of listOf(root.get('annotations'))) {
      const annotation = propertiesOf(each)
      const image = annotation.get('image_id')
      const there = annotations.get(image)
      if (there === undefined) annotations.set(image, [annotation])
      else there.push(annotation)
    }
    const classes = classesOf(categories)
    for (const [at, each] of listOf(root.get('images')).entries()) {
      const image = propertiesOf(each)
      const path = textOf(image.get('file_name'))
      const own = annotations.get(image.get('id')) ?? []
      annotations.delete(image.get('id'))
      if (path === undefined) {
        yield {
          problem: { path: `/images/${at}`, message: 'This image has no file name, so it was left out.' }
        }
        continue
      }
      const shapes: ForeignShape[] = []
      for (const annotation of own) {
        const { shape, problem } = shapeOf(annotation, categories)
        if (problem !== undefined) yield problemOf(path, annotation, problem)
        if (shape !== undefined) shapes.push(shape)
      }
      const id = textOf(image.get('item'))
      const size = sizeFrom(image.get('width'), image.get('height'))
      yield {
        record: {
          file: path,
          line: at + 1,
          path,
          ...(id === undefined ? {} : { id }),
          meta: {},
          answers: entry({ size, shapes, classes })
        }
      }
    }
    for (const [image, left] of annotations) {
      const message = `${left.length} annotations are of the image ${JSON.stringify(image)}, which the file does not list. They were left out.`
      yield { problem: { message } }
    }
  },
  recognises: (lines, path) =>
    /\.json$/i.test(path) && /"(annotations|images|categories)"\s*:/.test(lines.join('\n')),
  configFor,
  answer: answerOf
}

function problemOf(path: string, annotation: Properties, message: string): Imported {
  return { problem: { message: `${path}, annotation ${JSON.stringify(annotation.get('id'))}: ${message}` } }
}

/** Ids become class numbers, so that they come out again as they were: real files have gaps. */
function classesOf(categories: ReadonlyMap<number, string>): readonly (string | undefined)[] {
  const ids = [...categories.keys()]
  if (!ids.every(id => Number.isInteger(id) && id >= 0 && id <= HIGHEST_CLASS)) return []
  const first = ids.includes(0) ? 0 : 1
  const classes = new Array<string | undefined>(Math.max(0, ...ids) + 1 - first).fill(undefined)
  for (const [id, name] of categories) classes[id - first] = name
  return classes
}

function shapeOf(
  annotation: Properties,
  categories: ReadonlyMap<number, string>
): { readonly shape?: ForeignShape; readonly problem?: string } {
  const label = categories.get(Number(annotation.get('category_id')))
  if (label === undefined) return { problem: 'its category is not in the file, so it was left out.' }
  const { geometry, problem } = geometryOf(annotation)
  if (geometry === undefined) return { problem: problem ?? 'it has no box, so it was left out.' }
  const said = attributesOf(annotation.get('attributes')).filter(([name]) => name !== 'rotation')
  const crowd: [string, AttributeValue][] =
    annotation.get('iscrowd') === 1 && !said.some(([name]) => name === 'iscrowd') ? [['iscrowd', true]] : []
  const attributes = [...said, ...crowd]
  const shape = { ...geometry, label, ...(attributes.length > 0 ? { attributes } : {}) }
  return problem === undefined ? { shape } : { shape, problem }
}

function geometryOf(annotation: Properties): { readonly geometry?: Geometry; readonly problem?: string } {
  const bbox = numbersOf(annotation.get('bbox'))
  const box = bbox?.length === 4 ? boxOf(bbox) : undefined
  const turned = turnedOf(annotation, box)
  if (turned !== undefined) return { geometry: turned }
  const segmentation = annotation.get('segmentation')
  if (!Array.isArray(segmentation) || segmentation.length === 0) {
    const isMask = typeof segmentation === 'object' && segmentation !== null && !Array.isArray(segmentation)
    const problem = isMask ? 'its mask was left out, and its box was taken.' : undefined
    return { ...(box === undefined ? {} : { geometry: box }), ...(problem === undefined ? {} : { problem }) }
  }
  const points = pointsOf(numbersOf(segmentation[0]))
  if (segmentation.length > 1 && box !== undefined)
    return {
      geometry: box,
      problem: `its outline has ${segmentation.length} parts, so only its box was taken.`
    }
  if (points === undefined || points.length < 3)
    return box === undefined
      ? {}
      : { geometry: box, problem: 'its outline is no polygon, so only its box was taken.' }
  if (box !== undefined && isOutlineOf(points, box)) return { geometry: box }
  return { geometry: { kind: 'polygon', points: [...points] } }
}

function boxOf([x = 0, y = 0, width = 0, height = 0]: readonly number[]): Geometry {
  return { kind: 'box', x, y, width, height }
}

/** Our own `rotated_bbox`, or CVAT's `attributes.rotation` in degrees about the centre of `bbox`. */
function turnedOf(annotation: Properties, box: Geometry | undefined): Geometry | undefined {
  const own = numbersOf(annotation.get('rotated_bbox'))
  if (own?.length === 5) {
    const [x = 0, y = 0, width = 0, height = 0, rotation = 0] = own
    return { kind: 'rotated', x, y, width, height, rotation: turnOf(rotation) }
  }
  const rotation = propertiesOf(annotation.get('attributes')).get('rotation')
  if (box?.kind !== 'box' || typeof rotation !== 'number' || !Number.isFinite(rotation) || rotation === 0)
    return undefined
  return { ...box, kind: 'rotated', rotation: turnOf(rotation) }
}

function isOutlineOf(points: readonly Point[], box: Geometry): boolean {
  const corners = outlineOf(box)
  return (
    points.length === 4 &&
    points.every(([x, y]) =>
      corners.some(corner => Math.abs(corner[0] - x) < 1e-6 && Math.abs(corner[1] - y) < 1e-6)
    )
  )
}
