import type { ExportChunk, Exporter } from '../../kit/format.ts'
import { inExportOrder } from '../../../schemas/label-set.ts'
import { classNumbers } from '../../kit/classes.ts'
import { areaOf, extentOf, outlineOf } from '../geometry.ts'
import type { Answer, Config } from '../schema.ts'
import { answeredImages, copiesImages, imagesOption, type LabelledShape } from './exported.ts'
import { ExportNames } from '../../kit/export-names.ts'

/*
 * COCO object detection, https://cocodataset.org/#format-data: boxes as [x, y, width, height] in pixels from the top left
 * corner. All ids begin at 1, because the evaluation takes 0 for "no match"; a category's is its class number and one.
 * Annotations stand before the images: they can be written as they come, and readers do not mind.
 */

export const cocoExporter: Exporter<Config, Answer> = {
  format: 'coco',
  title: 'COCO',
  extension: 'json',
  cannotCarry:
    'Points, the order of drawing among pictures of several annotators, who labelled, and locks. A rotated box goes out as the upright box around it with its corners as segmentation; its own frame is in "rotated_bbox".',
  offsetUnit: null,
  tokenizer: null,
  options: [
    imagesOption('leave'),
    {
      name: 'segmentation',
      values: ['empty', 'box'],
      about: 'What stands for the outline of a box: nothing, or its four corners, which some loaders need.'
    }
  ],
  async *write(records, context) {
    const copies = copiesImages(context, 'leave')
    const outlined = context.options?.get('segmentation') === 'box'
    const files = new Map(
      context.tasks.map(task => [
        task.id,
        {
          file: context.fileName(task.id, 'json'),
          config: task.config,
          images: new Lines(),
          names: new ExportNames(),
          annotations: 0
        }
      ])
    )
    for (const { file, config } of files.values())
      yield { file, text: head(context.projectName, config), records: 0 }
    for await (const image of answeredImages(records, context, ['box', 'rotated', 'polygon'])) {
      const state = files.get(image.task.id)
      if (state === undefined) continue
      if (image.size === undefined) {
        image.drop('The size of the picture is not known, and COCO needs it.')
        continue
      }
      const name = copies ? `${image.folder}images/${state.names.nameFor(image.path).path}` : image.path
      const number = state.images.count + 1
      state.images.add(
        JSON.stringify({
          id: number,
          file_name: name,
          width: image.size.width,
          height: image.size.height,
          license: 0,
          date_captured: '',
          item: image.id
        })
      )
      const text = image.shapes
        .map(shape => {
          state.annotations++
          const line = JSON.stringify(annotation(shape, state.annotations, number, outlined))
          return `${state.annotations === 1 ? '\n' : ',\n'}${line}`
        })
        .join('')
      yield { file: state.file, text }
      if (copies) yield { file: name, copyOf: image.path }
    }
    for (const { file, images } of files.values()) {
      const chunk: ExportChunk = { file, text: `\n],\n"images":[\n${images.text()}\n]}\n`, records: 0 }
      yield chunk
    }
  }
}

function head(project: string, { labels }: Config): string {
  const numbers = classNumbers(labels)
  const categories = inExportOrder(labels).map(label =>
    JSON.stringify({ id: (numbers.get(label.id) ?? 0) + 1, name: label.name, supercategory: '' })
  )
  const info = { description: project, version: '1.0', contributor: '', url: '', date_created: '' }
  return `{"info":${JSON.stringify(info)},\n"licenses":[],\n"categories":[\n${categories.join(',\n')}\n],\n"annotations":[`
}

function annotation(
  { shape, number, attributes }: LabelledShape,
  id: number,
  image: number,
  outlined: boolean
) {
  const { left, top, right, bottom } = extentOf(shape)
  const isBox = shape.kind === 'box'
  return {
    id,
    image_id: image,
    category_id: number + 1,
    bbox: isBox ? [shape.x, shape.y, shape.width, shape.height] : [left, top, right - left, bottom - top],
    area: areaOf(shape),
    iscrowd: attributes.some(([name, value]) => name === 'iscrowd' && value === true) ? 1 : 0,
    segmentation: isBox && !outlined ? [] : [outlineOf(shape).flat()],
    ...(shape.kind === 'rotated'
      ? { rotated_bbox: [shape.x, shape.y, shape.width, shape.height, shape.rotation] }
      : {}),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {})
  }
}

/** Lines kept as few long texts: a million small ones would cost many times their letters. */
class Lines {
  count = 0
  readonly #done: string[] = []
  #open: string[] = []

  add(line: string): void {
    this.count++
    this.#open.push(line)
    if (this.#open.length < 1000) return
    this.#done.push(this.#open.join(',\n'))
    this.#open = []
  }

  text(): string {
    return [...this.#done, ...this.#open].join(',\n')
  }
}
