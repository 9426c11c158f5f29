import type { Item } from '../../schemas/item.ts'
import type { Answer, Command, Config } from './schema.ts'

const config: Config = {
  multiple: true,
  max: 2,
  labels: [
    { id: 'question', name: 'Question', key: 'q', exportIndex: 0 },
    { id: 'complaint', name: 'Complaint', exportIndex: 2 },
    { id: 'praise', name: 'Praise', key: 'p', exportIndex: 1 },
    { id: 'spam', name: 'Spam', exportIndex: 3, retired: true }
  ]
}

const item = (id: string, text: string, fingerprint: string): Item => ({
  id,
  source: 'data/mail.csv',
  fingerprint: `sha256:${fingerprint.repeat(64)}`,
  fields: { text },
  meta: { from: 'web' }
})

const items: readonly Item[] = [
  item('mail-1', 'Lovely shop! Do you post to Norway? 🇳🇴', 'a'),
  item('mail-2', 'The "blue" one, again,\nbroken.', 'b'),
  item('mail-3', 'ok', 'c')
]

const answers: readonly Answer[] = [
  { chosen: ['question', 'praise'] },
  { chosen: ['complaint'] },
  { chosen: ['praise'] }
]

const commands: readonly Command[] = [
  { type: 'choice.toggle', label: 'praise' },
  { type: 'choice.toggle', label: 'question' },
  { type: 'choice.toggle', label: 'spam' },
  { type: 'choice.toggle', label: 'praise' },
  { type: 'choice.clear' },
  { type: 'choice.clear' },
  { type: 'choice.toggle', label: 'complaint' }
]

export const example = { config, items, answers, commands }
