import { optionOf } from '../../kit/drops.ts'
import { decimalSum } from '../../kit/decimal.ts'
import type { Exporter } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import {
  type AnsweredImage,
  answeredImages,
  copiesImages,
  imagesOption,
  type LabelledShape
} from './exported.ts'
import { ExportNames } from '../../kit/export-names.ts'
import { edgesOf } from './rectangle.ts'
import { VOC_FLAGS, vocMark, type VocOrigin } from './voc-terms.ts'
import { xmlText } from '../../kit/xml-text.ts'

/*
 * Pascal VOC: an XML for each picture in Annotations/, the pictures in JPEGImages/, their names in ImageSets/Main/.
 * http://host.robots.ox.ac.uk/pascal/VOC/voc2012/htmldoc/devkit_doc.html
 * The development kit counts pixels from 1 and xmax, ymax are the last pixels inside: a box at x = 0 and 10 wide is 1 to 10.
 * labelImg and others count from 0 and write edges: 0 to 10. Each file says in <source> which it is.
 */

export const vocExporter: Exporter<Config, Answer> = {
  format: 'voc',
  title: 'Pascal VOC',
  extension: 'xml',
  cannotCarry:
    'Rotated boxes, polygons, points, attributes other than difficult, truncated, occluded and pose, who labelled, and locks.',
  offsetUnit: null,
  tokenizer: null,
  options: [
    imagesOption('copy'),
    {
      name: 'origin',
      values: ['1', '0'],
      about: 'The first pixel is 1, as the development kit has it, or 0, as labelImg writes.'
    },
    {
      name: 'numbers',
      values: ['exact', 'whole'],
      about:
        'Fractions of pixels as they are, or boxes grown to whole pixels, for readers that take no fractions.'
    }
  ],
  async *write(records, context) {
    const copies = copiesImages(context, 'copy')
    const origin: VocOrigin = optionOf(context, 'origin', ['1', '0'])
    const whole = optionOf(context, 'numbers', ['exact', 'whole']) === 'whole'
    const names = new Map(context.tasks.map(task => [task.id, new ExportNames()]))
    for await (const image of answeredImages(records, context, ['box'])) {
      const name = names.get(image.task.id)?.nameFor(image.path) ?? { stem: image.path, path: image.path }
      const { folder } = image
      yield {
        file: `${folder}Annotations/${name.stem}.xml`,
        text: document(image, name.path, origin, whole),
        last: true
      }
      yield { file: `${folder}ImageSets/Main/trainval.txt`, text: `${name.stem}\n`, records: 0 }
      if (copies) yield { file: `${folder}JPEGImages/${name.path}`, copyOf: image.path }
    }
  }
}

function document(image: AnsweredImage, path: string, origin: VocOrigin, whole: boolean): string {
  const slash = path.lastIndexOf('/')
  const folder = `JPEGImages${slash === -1 ? '' : `/${path.slice(0, slash)}`}`
  const { width = 0, height = 0 } = image.size ?? {}
  return [
    '<annotation>',
    `\t<folder>${xmlText(folder)}</folder>`,
    `\t<filename>${xmlText(path.slice(slash + 1))}</filename>`,
    '\t<source>',
    '\t\t<database>Unknown</database>',
    `\t\t<annotation>${vocMark(origin)}</annotation>`,
    `\t\t<image>${xmlText(image.id)}</image>`,
    '\t</source>',
    `\t<size>\n\t\t<width>${width}</width>\n\t\t<height>${height}</height>\n\t\t<depth>3</depth>\n\t</size>`,
    '\t<segmented>0</segmented>',
    ...image.shapes.map(shape => object(shape, origin, whole)),
    '</annotation>\n'
  ].join('\n')
}

function object(shape: LabelledShape, origin: VocOrigin, whole: boolean): string {
  const said = new Map(shape.attributes.map(([name, value]) => [name.toLowerCase(), value]))
  const flags = VOC_FLAGS.flatMap(flag => {
    const value = said.get(flag)
    // The development kit knows two of them; others are written where they are said.
    if (flag === 'occluded' && value === undefined) return []
    return [`\t\t<${flag}>${value === true || value === 1 ? 1 : 0}</${flag}>`]
  })
  const pose = said.get('pose')
  const { left, top, right, bottom } = corners(shape, origin, whole)
  return [
    '\t<object>',
    `\t\t<name>${xmlText(shape.label)}</name>`,
    `\t\t<pose>${xmlText(typeof pose === 'string' ? pose : 'Unspecified')}</pose>`,
    ...flags,
    '\t\t<bndbox>',
    `\t\t\t<xmin>${left}</xmin>\n\t\t\t<ymin>${top}</ymin>\n\t\t\t<xmax>${right}</xmax>\n\t\t\t<ymax>${bottom}</ymax>`,
    '\t\t</bndbox>',
    '\t</object>'
  ].join('\n')
}

function corners({ shape }: LabelledShape, origin: VocOrigin, whole: boolean) {
  if (shape.kind !== 'box') return { left: '0', top: '0', right: '0', bottom: '0' }
  const { left, top, right, bottom } = edgesOf(shape)
  const first = (edge: string) => decimalSum(whole ? Math.floor(Number(edge)) : edge, origin)
  const last = (edge: string) => (whole ? String(Math.ceil(Number(edge))) : edge)
  return { left: first(left), top: first(top), right: last(right), bottom: last(bottom) }
}
