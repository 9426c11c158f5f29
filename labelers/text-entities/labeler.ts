import { addLabels } from '../../schemas/label-set.ts'
import { labelSetProblems } from '../kit/keys.ts'
import type { Labeler } from '../kit/labeler.ts'
import { nameOf, offeredIds } from '../kit/labels.ts'
import { compare, metric } from './agreement.ts'
import { check } from './check.ts'
import { keys } from './keys.ts'
import { migrations } from './migrations.ts'
import { reduce } from './reduce.ts'
import { type Answer, answerSchema, type Command, type Config, configSchema } from './schema.ts'

/** Words of a text, each with a label. */
export const textEntities: Labeler<'text-entities', Config, Answer, Command> = {
  id: 'text-entities',
  version: 1,
  title: 'Text entities',
  accepts: ['text'],
  schema: { config: configSchema, answer: answerSchema },
  migrations,
  defaultConfig: { labels: [], granularity: 'word', overlap: 'none' },

  empty: () => ({ offsetUnit: 'codepoint', spans: [] }),
  reduce,
  check,
  checkConfig: config => labelSetProblems(config.labels),
  keys,

  labelIds: config => offeredIds(config.labels),
  labelsUsed: answer => answer.spans.map(span => span.label),
  labelName: (config, id) => nameOf(config.labels, id),
  withLabels: (config, names) => {
    const { labels, added } = addLabels(config.labels, names)
    return { config: added.length === 0 ? config : { ...config, labels }, added }
  },
  summary: answer => (answer.spans.length === 1 ? '1 entity' : `${answer.spans.length} entities`),

  agreement: { metric, compare }
}
