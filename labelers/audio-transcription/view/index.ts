import type { LabelerViews } from '../../kit/view.ts'
import type { Answer, Command, Config } from '../schema.ts'
import { summary } from '../summary.ts'

/** How many segments there are. */
export const audioTranscriptionViews: LabelerViews<Config, Answer, Command> = {
  Answer: ({ answer }) => summary(answer),
  headline: (config, answer) => ({ count: answer.segments.length, note: config.language ?? '' }),
  hints: () => []
}
