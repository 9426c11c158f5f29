import { expect, test } from 'vitest'
import { titleOf } from './item-title.ts'

const titled = (fields: Record<string, string>) =>
  titleOf(
    { id: 'i1', source: '', fingerprint: '', fields, meta: {} },
    {
      fields: [
        { id: 'chat', kind: 'chat' },
        { id: 'subject', kind: 'text' }
      ]
    }
  )

test('the title of an item is its text, else what was first said, else its id', () => {
  const chat = JSON.stringify([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Where is\nmy parcel?' }
  ])
  expect([
    titled({ subject: ' Late \n parcel', chat }),
    titled({ chat }),
    titled({ chat: '\n\nHuman: Hi there' }),
    titled({ chat: 'no conversation' }),
    titled({ subject: '🙂'.repeat(200) })
  ]).toEqual(['Late parcel', 'Where is my parcel?', 'Hi there', 'i1', '🙂'.repeat(120)])
})
