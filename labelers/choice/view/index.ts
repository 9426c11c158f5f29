import type { LabelerViews } from '../../kit/view.ts'
import type { Answer, Command, Config } from '../schema.ts'
import { ChoiceView } from './ChoiceView.tsx'
import { headline } from './wording.ts'

/** The options with their keys, on the right. The centre is the field itself. */
export const choiceViews: LabelerViews<Config, Answer, Command> = {
  Answer: ChoiceView,
  headline,
  hints: () => []
}
