import { addLabels } from '../../schemas/label-set.ts'
import type { Labeler } from '../kit/labeler.ts'
import { nameOf, offeredIds } from '../kit/labels.ts'
import { compare, metric, says } from './agreement.ts'
import { check } from './check.ts'
import { checkConfig } from './check-config.ts'
import { durationOfItem } from './duration.ts'
import { keys } from './keys.ts'
import { migrations } from './migrations.ts'
import { reduce } from './reduce.ts'
import { type Answer, answerSchema, type Command, type Config, configSchema } from './schema.ts'
import { summary } from './summary.ts'

/** What is said in a recording, when and by whom. */
export const audioTranscription: Labeler<'audio-transcription', Config, Answer, Command> = {
  id: 'audio-transcription',
  version: 1,
  title: 'Audio transcription',
  accepts: ['audio'],
  schema: { config: configSchema, answer: answerSchema },
  migrations,
  defaultConfig: {
    labels: [],
    kinds: [],
    mode: 'segments',
    overlap: 'speakers',
    marks: [],
    rules: { empty: true, spaces: true }
  },

  empty: context => ({ duration: durationOfItem(context) ?? null, segments: [] }),
  reduce,
  check,
  checkConfig,
  keys,

  labelIds: config => offeredIds(config.labels),
  labelsUsed: answer => answer.segments.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
  labelName: (config, id) => nameOf(config.labels, id),
  withLabels: (config, names) => {
    const { labels, added } = addLabels(config.labels, names)
    return { config: added.length === 0 ? config : { ...config, labels }, added }
  },
  summary,

  agreement: { metric, compare, same: says }
}
