import type { Item } from '../../schemas/item.ts'
import type { Field } from '../../schemas/project.ts'
import type { Example } from '../kit/example.ts'
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

const item = (id: string, text: string, chat: string, fingerprint: string): Item => ({
  id,
  source: 'data/mail.csv',
  fingerprint: `sha256:${fingerprint.repeat(64)}`,
  fields: { text, chat },
  meta: { from: 'web' }
})

const items: readonly Item[] = [
  item(
    'mail-1',
    'Lovely shop! Do you post to Norway? 🇳🇴',
    JSON.stringify([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Do you post to Norway? 🇳🇴' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ type: 'function', function: { name: 'post_to', arguments: '{"to":"NO"}' } }]
      },
      { role: 'tool', content: 'yes' },
      { role: 'assistant', content: 'Yes, we do.' }
    ]),
    'a'
  ),
  item(
    'mail-2',
    'The "blue" one, again,\nbroken.',
    '\n\nHuman: The "blue" one, again,\nbroken.\n\nAssistant: Again?',
    'b'
  ),
  item('mail-3', 'ok', '{"conversations":[{"from":"human","value":"ok"},{"from":"gpt","value":" "}]}', 'c')
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

const fields: readonly Field[] = [
  { id: 'text', kind: 'text' },
  { id: 'chat', kind: 'chat' }
]

export const example: Example<Config, Answer, Command> = { config, fields, items, answers, commands }
