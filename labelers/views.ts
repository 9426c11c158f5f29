import { audioTranscriptionViews } from './audio-transcription/view/index.ts'
import { choiceViews } from './choice/view/index.ts'
import { imageBoxesViews } from './image-boxes/view/index.ts'
import type { LabelerId } from './index.ts'
import type { AnyLabelerViews, LabelerViews } from './kit/view.ts'
import { textEntitiesViews } from './text-entities/view/index.ts'

function erase<Config, Answer, Command>(views: LabelerViews<Config, Answer, Command>): AnyLabelerViews {
  return views as unknown as AnyLabelerViews
}

/** The React half of every labeler. Leaving one out does not compile. */
const views = {
  'text-entities': erase(textEntitiesViews),
  choice: erase(choiceViews),
  'image-boxes': erase(imageBoxesViews),
  'audio-transcription': erase(audioTranscriptionViews)
} satisfies Record<LabelerId, AnyLabelerViews>

export function viewsOf(id: string): AnyLabelerViews | undefined {
  return Object.hasOwn(views, id) ? views[id as LabelerId] : undefined
}
