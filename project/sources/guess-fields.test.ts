import { describe as group, expect, test } from 'vitest'
import { guessColumns } from './guess-columns.ts'
import type { Entry } from './rows.ts'

/** Fields as `name = column kind`, in order, for rows of these objects. */
function guessed(...rows: Record<string, unknown>[]): string {
  const entries: Entry[] = rows.map((row, n) => ({
    row: { line: n + 1, values: new Map(Object.entries(row)) }
  }))
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const { fields } = guessColumns({ entries, columns })
  return fields.map(({ name, column, kind, id }) => `${name} (${id}) = ${column} ${kind}`).join(', ')
}

const messages = [{ role: 'user', content: 'Hi' }]

group('the fields of a table', () => {
  test('are a conversation where every value of a column is one, with the subject before it', () => {
    expect([
      guessed({ id: '1', messages }, { id: '2', messages: JSON.stringify(messages) }),
      guessed({ Subject: 'Late parcel', conversations: { messages } }),
      guessed({ exchange: messages, note: 'a note of some length' }),
      guessed({ messages: 'User: Hi\nBot: Hello' }),
      guessed({ messages: 'none at all, only words' })
    ]).toEqual([
      'Conversation (chat) = messages chat',
      'Subject (subject) = Subject text, Conversation (chat) = conversations chat',
      'Conversation (chat) = exchange chat',
      'Conversation (chat) = messages chat',
      'Text (text) = messages text'
    ])
  })

  test('are pictures and recordings where a column holds nothing but their paths, with the text beside them', () => {
    expect([
      guessed({ id: '1', file: 'img/a.png' }, { id: '2', file: 'img/a-longer-name-of-a-file.jpg' }),
      guessed({ title: 'a', body: 'b', call: 'calls/1.wav', content: 'scan.png' })
    ]).toEqual([
      'Picture (image) = file image',
      'Recording (audio) = call audio, Picture (image) = content image, Body (body) = body text'
    ])
  })

  test('are the texts that are read together', () => {
    expect([
      guessed({ title: 'a', body: 'b', url: 'c' }),
      guessed({ question: 'a', context: 'b' }),
      guessed({ premise: 'a', hypothesis: 'b', label: 1 }),
      guessed({ text: 'a', label: 'b' }),
      guessed({ a: 1, b: 2 })
    ]).toEqual([
      'Title (title) = title text, Body (body) = body text',
      'Question (question) = question text, Context (context) = context text',
      'Premise (premise) = premise text, Hypothesis (hypothesis) = hypothesis text',
      'Text (text) = text text',
      ''
    ])
  })
})
