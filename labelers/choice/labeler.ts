import { addLabels } from '../../schemas/label-set.ts'
import { classNames } from '../kit/classes.ts'
import { labelSetProblems } from '../kit/keys.ts'
import type { Labeler } from '../kit/labeler.ts'
import { nameOf, offeredIds } from '../kit/labels.ts'
import { compare, metric } from './agreement.ts'
import { boundsProblems, check } from './check.ts'
import { keys } from './keys.ts'
import { migrations } from './migrations.ts'
import { reduce } from './reduce.ts'
import { type Answer, answerSchema, type Command, type Config, configSchema } from './schema.ts'

/** One class or several for the whole item: intent, sentiment, topic. */
export const choice: Labeler<'choice', Config, Answer, Command> = {
  id: 'choice',
  version: 1,
  title: 'Choice',
  accepts: ['text', 'image', 'audio', 'chat', 'responses'],
  schema: { config: configSchema, answer: answerSchema },
  migrations,
  defaultConfig: { labels: [], multiple: false },

  empty: () => ({ chosen: [] }),
  reduce,
  check,
  checkConfig: config => [...labelSetProblems(config.labels), ...boundsProblems(config)],
  keys,
  bulk: config =>
    config.labels
      .filter(label => label.retired !== true)
      .map(({ id, name }) => ({
        id: `choice.choose:${id}`,
        title: name,
        command: { type: 'choice.choose', label: id }
      })),

  labelIds: config => offeredIds(config.labels),
  labelsUsed: answer => answer.chosen,
  labelName: (config, id) => nameOf(config.labels, id),
  withLabels: (config, names) => {
    const { labels, added } = addLabels(config.labels, names)
    return { config: added.length === 0 ? config : { ...config, labels }, added }
  },
  categories: (answer, config) => answer.chosen.map(id => nameOf(config.labels, id)),
  categorySet: config => ({ names: classNames(config.labels), exclusive: !config.multiple }),
  summary: (answer, config) => answer.chosen.map(id => nameOf(config.labels, id)).join(', '),

  agreement: { metric, compare }
}
