import { csvLine } from '../../kit/csv.ts'
import type { Exporter } from '../../kit/format.ts'
import { extentOf } from '../geometry.ts'
import type { Answer, Config, Shape } from '../schema.ts'
import { type AnsweredImage, answeredImages, type LabelledShape } from './exported.ts'
import { edgesOf } from './rectangle.ts'

/*
 * A row for each shape, in the columns that TensorFlow's object detection tools made common: edges in pixels, from 0,
 * fractions as they are. `width` and `height` are the picture's. A picture without shapes has one row without a label.
 */
export const csvColumns = [
  'image',
  'label',
  'xmin',
  'ymin',
  'xmax',
  'ymax',
  'width',
  'height',
  'shape',
  'rotation',
  'points',
  'attributes',
  'item'
] as const

export const csvExporter: Exporter<Config, Answer> = {
  format: 'csv',
  title: 'CSV of boxes',
  extension: 'csv',
  cannotCarry: 'Who labelled, and locks.',
  offsetUnit: null,
  tokenizer: null,
  async *write(records, context) {
    for (const task of context.tasks)
      yield { file: context.fileName(task.id, 'csv'), text: csvLine(csvColumns), records: 0 }
    for await (const image of answeredImages(records, context, ['box', 'rotated', 'polygon', 'point'])) {
      const rows = image.shapes.length === 0 ? [undefined] : image.shapes
      const text = rows.map(shape => csvLine(cells(image, shape))).join('')
      yield { file: context.fileName(image.task.id, 'csv'), text }
    }
  }
}

function cells({ id, path, size }: AnsweredImage, shape: LabelledShape | undefined): readonly string[] {
  const sides = size === undefined ? ['', ''] : [String(size.width), String(size.height)]
  if (shape === undefined) return [path, '', '', '', '', '', ...sides, '', '', '', '', id]
  const { attributes, label } = shape
  const said = attributes.length === 0 ? '' : JSON.stringify(Object.fromEntries(attributes))
  return [path, label, ...places(shape.shape), ...sides, ...rest(shape.shape), said, id]
}

/** Of a rotated box, the edges before it is turned; of others, those of what they lie in. */
function places(shape: Shape): readonly string[] {
  const frame = shape.kind === 'box' || shape.kind === 'rotated' ? shape : undefined
  if (frame !== undefined) {
    const { left, top, right, bottom } = edgesOf(frame)
    return [left, top, right, bottom]
  }
  const { left, top, right, bottom } = extentOf(shape)
  return [left, top, right, bottom].map(String)
}

function rest(shape: Shape): readonly [string, string, string] {
  if (shape.kind === 'box') return ['box', '', '']
  if (shape.kind === 'rotated') return ['rotated', String(shape.rotation), '']
  return [shape.kind, '', shape.points.map(([x, y]) => `${x} ${y}`).join(' ')]
}
