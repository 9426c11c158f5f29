import type { Template } from '../template.ts'
import { intentGuide, intentTask } from './intent.ts'
import { sentimentGuide, sentimentTask } from './sentiment.ts'

export const intentSentiment: Template = {
  id: 'intent-sentiment',
  name: 'Intent and sentiment',
  about: 'one key per choice',
  labelers: ['choice'],
  fields: [{ id: 'text', kind: 'text', name: 'Text' }],
  tasks: [intentTask, sentimentTask],
  guidelines: `# Guidelines\n\nTwo questions about every text. Answer each by itself.\n\n${intentGuide}\n${sentimentGuide}`
}
