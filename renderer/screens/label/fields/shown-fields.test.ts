import { expect, it } from 'vitest'
import { shownFields } from './shown-fields.ts'

it('calls a field by its name, else by its kind, else by its id where several are of that kind', () => {
  const fields = [
    { id: 'title', kind: 'text' },
    { id: 'body', kind: 'text' },
    { id: 'note', kind: 'text', name: 'What the caller said' },
    { id: 'talk', kind: 'chat' },
    { id: 'photo', kind: 'image' }
  ] as const
  const item = {
    id: 'i',
    source: '',
    fingerprint: '',
    fields: { title: 'a', body: 'b', note: 'c', talk: 'd' },
    meta: {}
  }
  expect(shownFields(fields, item).map(({ id, name }) => `${id}: ${name}`)).toEqual([
    'title: title',
    'body: body',
    'note: What the caller said',
    'talk: Conversation'
  ])
})
