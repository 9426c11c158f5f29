import type { LabelerViews } from '../../kit/view.ts'
import type { Answer, Command, Config } from '../schema.ts'

/** The shell shows the image; the canvas is not there yet. */
export const imageBoxesViews: LabelerViews<Config, Answer, Command> = {
  Answer: () => null,
  headline: (_config, answer) => ({ count: answer.shapes.length, note: '' }),
  hints: () => []
}
