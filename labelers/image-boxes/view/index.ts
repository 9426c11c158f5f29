import type { LabelerViews } from '../../kit/view.ts'
import type { Answer, Command, Config } from '../schema.ts'
import { About } from './About.tsx'
import { AnswerView } from './AnswerView.tsx'
import { LazyItem } from './LazyItem.tsx'
import { Palette } from './Palette.tsx'
import { headline, hints } from './wording.ts'

/** The image with its shapes in the centre, the list of shapes on the right. */
export const imageBoxesViews: LabelerViews<Config, Answer, Command> = {
  Palette,
  Item: LazyItem,
  About,
  Answer: AnswerView,
  headline,
  hints
}
