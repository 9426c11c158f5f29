import { describe as group, expect, test } from 'vitest'
import { describe } from '../../schemas/schema.ts'
import type { Field, Source } from '../../schemas/project.ts'
import { indexItems } from '../items/index-items.ts'
import { memoryFiles } from '../memory-files.ts'
import { itemsOf } from '../test/items-of.ts'

const fields: readonly Field[] = [
  { id: 'subject', kind: 'text' },
  { id: 'chat', kind: 'chat' }
]

/** Items as `id fields`, and problems as sentences. */
async function shown(content: string, source: Source): Promise<readonly string[]> {
  const files = memoryFiles({ [`/p/${source.path}`]: content })
  const index = await indexItems(files, '/p', { sources: [source], fields: [...fields] })
  const items = (await itemsOf(index)).map(item => `${item.id} ${JSON.stringify(item.fields)}`)
  return [...items, ...index.problems.map(describe)]
}

group('rows with a conversation', () => {
  test('keep it as JSON text with sorted keys, or as the transcript it is', async () => {
    const rows = [
      { id: 'a', subject: 'x', chat: [{ role: 'user', content: ' Hi ' }] },
      { id: 'b', subject: 'y', chat: '\n\nHuman: Hi\n\nAssistant: Yes?' },
      { id: 'c', subject: 'z', chat: { messages: [{ role: 'user', content: 'Hi' }] } }
    ]
    const text = rows.map(row => JSON.stringify(row)).join('\n')
    expect(await shown(text, { path: 'a.jsonl', format: 'jsonl' })).toEqual([
      'a {"subject":"x","chat":"[{\\"content\\":\\" Hi \\",\\"role\\":\\"user\\"}]"}',
      'b {"subject":"y","chat":"\\n\\nHuman: Hi\\n\\nAssistant: Yes?"}',
      'c {"subject":"z","chat":"{\\"messages\\":[{\\"content\\":\\"Hi\\",\\"role\\":\\"user\\"}]}"}'
    ])
  })

  test('of a CSV hold the JSON as text, exactly as it is written', async () => {
    const text = 'id,subject,messages\n1,s,"[{""role"": ""user"", ""content"": ""Hi""}]"\n'
    const columns = { subject: 'subject', chat: 'messages' }
    expect(await shown(text, { path: 'a.csv', format: 'csv', columns })).toEqual([
      '1 {"subject":"s","chat":"[{\\"role\\": \\"user\\", \\"content\\": \\"Hi\\"}]"}'
    ])
  })

  test('that is none are reported with file and line, and the other rows are used', async () => {
    const rows = ['["no role"]', '7', '"just words"', '"User: fine"', 'null', '[]']
    const text = rows.map((chat, n) => `{"id":"r${n + 1}","subject":"s","chat":${chat}}`).join('\n')
    expect(await shown(text, { path: 'a.jsonl', format: 'jsonl' })).toEqual([
      'r4 {"subject":"s","chat":"User: fine"}',
      'a.jsonl, line 1: "chat" holds a message without "role" or "from". It is number 1. The row was left out.',
      'a.jsonl, line 2: "chat" is a number and must be a conversation. The row was left out.',
      'a.jsonl, line 3: "chat" is neither a list of messages nor a transcript whose lines begin with roles such as "User:". The row was left out.',
      'a.jsonl, line 5: "chat" is null and must be a conversation. The row was left out.',
      'a.jsonl, line 6: "chat" is a conversation without a message. The row was left out.'
    ])
  })
})
