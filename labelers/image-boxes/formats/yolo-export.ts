import { classNames } from '../../kit/classes.ts'
import { optionOf } from '../../kit/drops.ts'
import type { ExportChunk, ExportContext, Exporter } from '../../kit/format.ts'
import { outlineOf } from '../geometry.ts'
import type { Size } from '../image-size.ts'
import type { Answer, Config, ShapeKind } from '../schema.ts'
import { answeredImages, copiesImages, imagesOption, type LabelledShape } from './exported.ts'
import { ExportNames } from '../../kit/export-names.ts'
import { yamlText } from '../../kit/yaml-text.ts'

/*
 * YOLO as Ultralytics reads it, https://docs.ultralytics.com/datasets/detect/: a text file for each picture with a row for
 * each object, the class number from 0 and then shares of the picture's sides. Its loader finds the labels by putting
 * `labels` for the last `images` in the path of the picture, so no other folder of the export may be called that.
 */

const holds: Readonly<Record<'detect' | 'segment' | 'obb', readonly ShapeKind[]>> = {
  detect: ['box'],
  segment: ['box', 'rotated', 'polygon'],
  obb: ['box', 'rotated']
}

export const yoloExporter: Exporter<Config, Answer> = {
  format: 'yolo',
  title: 'YOLO (Ultralytics)',
  extension: 'txt',
  cannotCarry:
    'Points, attributes, who labelled, and locks; rotated boxes and polygons only with the option for them. Places to less than a hundred-millionth of the picture’s sides. One split: train.',
  offsetUnit: null,
  tokenizer: null,
  options: [
    imagesOption('copy'),
    {
      name: 'rows',
      values: ['detect', 'segment', 'obb'],
      about:
        'Boxes; or outlines, boxes too; or the four corners of upright and rotated boxes. A file holds one of them.'
    }
  ],
  async *write(records, context) {
    const copies = copiesImages(context, 'copy')
    const rows = optionOf(context, 'rows', ['detect', 'segment', 'obb'])
    const names = new Map(context.tasks.map(task => [task.id, new ExportNames()]))
    for await (const image of answeredImages(records, context, holds[rows])) {
      const { size, folder } = image
      if (size === undefined) {
        image.drop('The size of the picture is not known, and YOLO needs it.')
        continue
      }
      const path = image.path.split('/').map(withoutImages).join('/')
      const name = names.get(image.task.id)?.nameFor(path) ?? { stem: path, path }
      const text = image.shapes.map(shape => row(shape, size, rows === 'detect')).join('')
      yield { file: `${folder}labels/train/${name.stem}.txt`, text, last: true }
      if (copies) yield { file: `${folder}images/train/${name.path}`, copyOf: image.path }
    }
  },
  companions(context) {
    return context.tasks.flatMap(task => {
      const folder = context.tasks.length > 1 ? `${task.id}/` : ''
      return [
        { file: `${folder}data.yaml`, text: dataYaml(context, classNames(task.config.labels)) },
        { file: `${folder}classes.txt`, text: classList(classNames(task.config.labels)) }
      ]
    })
  }
}

/** Undone by the importer. */
const withoutImages = (part: string): string => (/^images_*$/.test(part) ? `${part}_` : part)

function row({ shape, number }: LabelledShape, { width, height }: Size, detect: boolean): string {
  const shares =
    detect && shape.kind === 'box'
      ? [
          (shape.x + shape.width / 2) / width,
          (shape.y + shape.height / 2) / height,
          shape.width / width,
          shape.height / height
        ]
      : outlineOf(shape).flatMap(([x, y]) => [x / width, y / height])
  const whole = shape.kind === 'box' && [shape.x, shape.y, shape.width, shape.height].every(Number.isInteger)
  return `${[String(number), ...shares.map(whole ? shortShare : share)].join(' ')}\n`
}

/** Twelve places, so that fractions of pixels come back: an importer takes the places for how exact a number is. */
const share = (value: number): string => value.toFixed(12)

/** For whole pixels as few places as there are, but six, as other tools write. */
const shortShare = (value: number): string => value.toFixed(12).replace(/0{1,6}$/, '')

function dataYaml(context: ExportContext<Config>, names: readonly string[]): string {
  const lines = names.map((name, number) => `  ${number}: ${yamlText(name)}`)
  return [
    `# ${context.projectName.replace(/\s+/g, ' ')}, exported by Goldset.`,
    '# There is one split. Train on it and validate on pictures of your own, or divide it first.',
    'path: .',
    'train: images/train',
    'val: images/train',
    ...(lines.length === 0 ? ['names: {}'] : ['names:', ...lines]),
    ''
  ].join('\n')
}

/** Read by labelImg and X-AnyLabeling, which have a line for each class. */
const classList = (names: readonly string[]): ExportChunk['text'] =>
  names.map(name => `${name.replace(/[\r\n]+/g, ' ')}\n`).join('')
