import { addLabels } from '../../schemas/label-set.ts'
import { labelSetProblems } from '../kit/keys.ts'
import type { Labeler } from '../kit/labeler.ts'
import { nameOf } from '../kit/labels.ts'
import { sizeOfItem } from './image-size.ts'
import { keptKeys, keys } from './keys.ts'
import { migrations } from './migrations.ts'
import { reduce } from './reduce.ts'
import { type Answer, answerSchema, type Command, type Config, configSchema } from './schema.ts'

/** Boxes, rotated boxes, polygons and points on an image, each with a label. */
export const imageBoxes: Labeler<'image-boxes', Config, Answer, Command> = {
  id: 'image-boxes',
  version: 1,
  title: 'Image boxes',
  accepts: ['image'],
  schema: { config: configSchema, answer: answerSchema },
  migrations,
  defaultConfig: { labels: [], shapes: ['box'], minSize: 3, attributes: [] },

  empty: context => ({ image: sizeOfItem(context) ?? null, shapes: [] }),
  reduce,
  check: () => [],
  checkConfig: config => labelSetProblems(config.labels, keptKeys),
  keys,

  labelsUsed: answer => answer.shapes.flatMap(shape => (shape.label === null ? [] : [shape.label])),
  labelName: (config, id) => nameOf(config.labels, id),
  withLabels: (config, names) => {
    const { labels, added } = addLabels(config.labels, names)
    return { config: added.length === 0 ? config : { ...config, labels }, added }
  },
  summary: answer => `${answer.shapes.length} boxes`,

  agreement: { metric: 'F1 at IoU 0.5', compare: () => 1 },
  exporters: [],
  importers: [],
  example: {
    config: { labels: [], shapes: ['box'], minSize: 3, attributes: [] },
    items: [],
    answers: [],
    commands: []
  }
}
