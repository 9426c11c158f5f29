import { addLabels } from '../../schemas/label-set.ts'
import type { Labeler } from '../kit/labeler.ts'
import { nameOf, offeredIds } from '../kit/labels.ts'
import { compare, metric, says } from './agreement.ts'
import { check } from './check.ts'
import { checkConfig } from './check-config.ts'
import { sizeOfItem } from './image-size.ts'
import { keys } from './keys.ts'
import { migrations } from './migrations.ts'
import { reduce } from './reduce.ts'
import { type Answer, answerSchema, type Command, type Config, configSchema } from './schema.ts'
import { summary } from './summary.ts'

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
  check,
  checkConfig,
  keys,

  labelIds: config => offeredIds(config.labels),
  labelsUsed: answer => answer.shapes.flatMap(shape => (shape.label === null ? [] : [shape.label])),
  labelName: (config, id) => nameOf(config.labels, id),
  withLabels: (config, names) => {
    const { labels, added } = addLabels(config.labels, names)
    return { config: added.length === 0 ? config : { ...config, labels }, added }
  },
  summary,

  agreement: { metric, compare, same: says }
}
