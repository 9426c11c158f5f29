import type { Template } from '../template.ts'
import { transcriptGuide, transcriptTask } from './transcript.ts'

export const transcription: Template = {
  id: 'transcription',
  name: 'Transcription',
  about: 'what is said in recordings, and when',
  labelers: ['audio-transcription'],
  fields: [{ id: 'audio', kind: 'audio', name: 'Recording' }],
  tasks: [transcriptTask],
  guidelines: `# Guidelines\n\nListen to the whole recording once before typing anything.\n\n${transcriptGuide}`
}
