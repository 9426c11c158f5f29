import type { Task } from '../../schemas/project.ts'
import { labelsFrom } from './label.ts'

/** What nearly everybody who transcribes writes down beside words. */
const marks = [
  { text: '[noise]', name: 'Noise', key: 'n' },
  { text: '[unclear]', name: 'Unclear', key: 'u' },
  { text: '[laughs]', name: 'Laughter', key: 'l' },
  { text: '[music]', name: 'Music', key: 'm' }
]

const rules = { empty: true, spaces: true, maxSegment: 30, maxCharactersPerSecond: 30 }
const config = { labels: [], kinds: [], mode: 'segments', overlap: 'speakers', marks, rules }

export const transcriptTask: Task = {
  id: 'transcript',
  title: 'Transcript',
  labeler: 'audio-transcription',
  labelerVersion: 1,
  field: 'audio',
  required: true,
  config
}

/** With two who speak, numbers as they are said. */
export const callTask: Task = {
  ...transcriptTask,
  config: {
    ...config,
    labels: labelsFrom([
      {
        name: 'Agent',
        description: 'Who speaks for the company, the practice or the office that is called or that calls.',
        examples: ['“Hillside Clinic, good morning.”']
      },
      {
        name: 'Caller',
        description: 'Who wants something from them.',
        examples: ['“Hello, it is about my appointment.”']
      },
      {
        name: 'Other voice',
        description: 'Anybody else who can be heard and understood: a child in the room, an announcement.',
        examples: ['“You are number three in the queue.”']
      }
    ]),
    rules: {
      ...rules,
      allowed: { classes: ['letters', 'spaces', 'punctuation'], characters: '' }
    }
  }
}

export const transcriptGuide = `## Transcript

- **What is said, as it is said.** Write *um* and *er* where you hear them. Do not mend grammar, do not leave out repeats.
- **A segment is a sentence or a turn**, at most 30 seconds. Start it shortly before the first sound and end it shortly behind the last;
  silence between segments belongs to nobody.
- **Marks** stand for what is no word: type \`;n\` for [noise], \`;u\` for [unclear], \`;l\` for [laughs], \`;m\` for [music]. Only where it
  can be heard in a segment; silence needs no mark.
- **Not sure what you hear?** Listen twice, slower if it helps, then write [unclear] and go on.
- **Nobody speaks?** Say so with N: a recording you listened to is worth as much as one with words.
`
