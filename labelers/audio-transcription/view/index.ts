import type { LabelerViews } from '../../kit/view.ts'
import type { Answer, Command, Config } from '../schema.ts'
import { AnswerView } from './AnswerView.tsx'
import { LazyItem } from './LazyItem.tsx'
import { headline, hints } from './wording.ts'

/** The recording with its segments in the centre, who speaks and what the rules find on the right. */
export const audioTranscriptionViews: LabelerViews<Config, Answer, Command> = {
  Item: LazyItem,
  Answer: AnswerView,
  headline,
  hints
}
