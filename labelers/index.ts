import { audioTranscription } from './audio-transcription/labeler.ts'
import { choice } from './choice/labeler.ts'
import { imageBoxes } from './image-boxes/labeler.ts'
import { type AnyLabeler, erase } from './kit/labeler.ts'
import { textEntities } from './text-entities/labeler.ts'

/** Every labeler this version knows: what the product can label. Order is the order of menus. */
export const labelers = [
  erase(textEntities),
  erase(choice),
  erase(imageBoxes),
  erase(audioTranscription)
] as const

export type LabelerId = (typeof labelers)[number]['id']

const byId: ReadonlyMap<string, AnyLabeler> = new Map(labelers.map(labeler => [labeler.id, labeler]))

/** Undefined is normal: a project may come from a version that knows more. Its answers are kept as they are. */
export function labelerOf(id: string): AnyLabeler | undefined {
  return byId.get(id)
}
