import type { Template } from '../template.ts'
import { entitiesGuide, entitiesTask } from './entities.ts'
import { intentGuide, intentTask } from './intent.ts'

export const joint: Template = {
  id: 'joint',
  name: 'Intent and entities',
  about: 'what is wanted, and the words that say it',
  labelers: ['text-entities', 'choice'],
  fields: [{ id: 'text', kind: 'text', name: 'Text' }],
  tasks: [entitiesTask, intentTask],
  guidelines: `# Guidelines\n\nFirst the entities, then the intent: by then you have read the text twice.\n\n${entitiesGuide}\n${intentGuide}`
}
