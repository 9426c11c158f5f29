import * as audioTranscription from './audio-transcription/formats/index.ts'
import * as choice from './choice/formats/index.ts'
import * as imageBoxes from './image-boxes/formats/index.ts'
import type { LabelerId } from './index.ts'
import type { AnyLabelerFormats } from './kit/format.ts'
import * as textEntities from './text-entities/formats/index.ts'

/** What every labeler reads and writes: for main and the command line, never for the window. Leaving one out does not compile. */
const formats = {
  'text-entities': textEntities,
  choice,
  'image-boxes': imageBoxes,
  'audio-transcription': audioTranscription
} satisfies Record<LabelerId, AnyLabelerFormats>

export function formatsOf(id: LabelerId): AnyLabelerFormats {
  return formats[id]
}
