import type { Exporter } from '../../kit/format.ts'
import { outlineOf } from '../geometry.ts'
import type { Answer, Config, Point } from '../schema.ts'
import {
  type AnsweredImage,
  answeredImages,
  copiesImages,
  imagesOption,
  type LabelledShape
} from './exported.ts'
import { ExportNames } from '../../kit/export-names.ts'
import { boxBetween, edgesOf } from './rectangle.ts'

/*
 * LabelMe: a JSON beside each picture, https://github.com/wkentaro/labelme. `rotation` is a shape of X-AnyLabeling, which
 * writes its four corners and its direction in radians. LabelMe keeps properties it does not know.
 */

export const labelmeExporter: Exporter<Config, Answer> = {
  format: 'labelme',
  title: 'LabelMe',
  extension: 'json',
  cannotCarry: 'Who labelled, and locks. LabelMe itself does not draw rotated boxes; X-AnyLabeling does.',
  offsetUnit: null,
  tokenizer: null,
  options: [imagesOption('copy')],
  async *write(records, context) {
    const copies = copiesImages(context, 'copy')
    const names = new Map(context.tasks.map(task => [task.id, new ExportNames()]))
    for await (const image of answeredImages(records, context, ['box', 'rotated', 'polygon', 'point'])) {
      const name = names.get(image.task.id)?.nameFor(image.path) ?? { stem: image.path, path: image.path }
      yield { file: `${image.folder}${name.stem}.json`, text: document(image, name.path), last: true }
      if (copies) yield { file: `${image.folder}${name.path}`, copyOf: image.path }
    }
  }
}

function document(image: AnsweredImage, path: string): string {
  const labelme = {
    version: '5.5.0',
    flags: {},
    shapes: image.shapes.map(shapeOf),
    imagePath: path.slice(path.lastIndexOf('/') + 1),
    imageData: null,
    imageHeight: image.size?.height ?? null,
    imageWidth: image.size?.width ?? null,
    item: image.id
  }
  return `${JSON.stringify(labelme, null, 1)}\n`
}

const types = { box: 'rectangle', rotated: 'rotation', polygon: 'polygon', point: 'point' } as const

function shapeOf({ shape, label, attributes }: LabelledShape) {
  return {
    label,
    points: pointsOf(shape),
    group_id: null,
    description: '',
    shape_type: types[shape.kind],
    flags: {},
    mask: null,
    ...frameOf(shape),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {})
  }
}

function pointsOf(shape: LabelledShape['shape']): readonly Point[] {
  if (shape.kind !== 'box') return outlineOf(shape)
  const { left, top, right, bottom } = edgesOf(shape)
  return [
    [Number(left), Number(top)],
    [Number(right), Number(bottom)]
  ]
}

/** What the corners alone do not give back exactly. */
function frameOf(shape: LabelledShape['shape']) {
  if (shape.kind === 'rotated') {
    const { x, y, width, height, rotation } = shape
    return { direction: (rotation * Math.PI) / 180, box: [x, y, width, height, rotation] }
  }
  if (shape.kind !== 'box') return {}
  const [[left, top] = [0, 0], [right, bottom] = [0, 0]] = pointsOf(shape)
  const back = boxBetween([String(left), String(top)], [String(right), String(bottom)])
  const exact = back.width === shape.width && back.height === shape.height
  return exact ? {} : { box: [shape.x, shape.y, shape.width, shape.height] }
}
