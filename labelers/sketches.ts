import { audioTranscriptionSketch } from './audio-transcription/sketch.ts'
import { choiceSketch } from './choice/sketch.ts'
import { imageBoxesSketch } from './image-boxes/sketch.ts'
import type { LabelerId } from './index.ts'
import type { Sketch } from './kit/sketch.ts'
import { textEntitiesSketch } from './text-entities/sketch.ts'

/** What home shows of every labeler, without reading any of their code. Leaving one out does not compile. */
const sketches = {
  'text-entities': textEntitiesSketch,
  choice: choiceSketch,
  'image-boxes': imageBoxesSketch,
  'audio-transcription': audioTranscriptionSketch
} satisfies Record<LabelerId, Sketch>

export function sketchOf(id: string): Sketch | undefined {
  return Object.hasOwn(sketches, id) ? sketches[id as LabelerId] : undefined
}
