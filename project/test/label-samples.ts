import type { Item } from '../../schemas/item.ts'
import type { Project } from '../../schemas/project.ts'
import type { LabelDraft } from '../label-store.ts'

/** The smallest project that labels can be saved in. */
export const tinyProject: Project = {
  goldset: 'project/1',
  id: 'tiny',
  name: 'Tiny',
  schemaVersion: 1,
  fields: [{ id: 'text', kind: 'text' }],
  sources: [],
  tasks: []
}

export function itemOf(id: string): Item {
  return { id, source: 'data/x.csv', fingerprint: `sha256:${'a'.repeat(64)}`, fields: { text: id }, meta: {} }
}

/** Two spans and an intent, from nothing, by ana. */
export function draftOf(item: Item, changes: Partial<LabelDraft> = {}): LabelDraft {
  const answers = {
    entities: {
      offsetUnit: 'codepoint',
      spans: [
        { id: 's1', start: 0, end: 3, label: 'person', text: 'Ana' },
        { id: 's2', start: 4, end: 8, label: 'place', text: 'Lima' }
      ]
    },
    intent: { choices: ['greet'] }
  }
  return {
    item,
    annotator: 'ana',
    revision: 0,
    status: 'submitted',
    answers,
    labelers: { entities: 'text-entities/1', intent: 'unknown-labeler/1' },
    comments: [],
    unsure: false,
    activeMs: 1200,
    schemaVersion: 1,
    guidelineVersion: 0,
    ...changes
  }
}
