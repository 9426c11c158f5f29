import { expect, it } from 'vitest'
import { firstTemplate, type Mapping, mappingProblem, templateFit, withField } from './mapping.ts'

const chat = { id: 'chat', name: 'Conversation', kind: 'chat' as const, column: 'messages' }

it('adds fields for the columns that fill none yet, each with an id of its own', () => {
  const columns = ['id', 'messages', 'subject', 'Subject']
  const first: Mapping = { fields: [chat], id: 'id' }
  const [second, third, fourth] = [1, 2, 3].map(times =>
    Array.from({ length: times }).reduce<Mapping>(mapping => withField(mapping, columns), first)
  )
  expect(
    [second, third, fourth].map(mapping => mapping?.fields.slice(1).map(({ id, column }) => [id, column]))
  ).toEqual([
    [['subject', 'subject']],
    [
      ['subject', 'subject'],
      ['subject-2', 'Subject']
    ],
    [
      ['subject', 'subject'],
      ['subject-2', 'Subject'],
      ['field', '']
    ]
  ])
})

it('says what keeps a mapping from being used', () => {
  expect([
    mappingProblem({ fields: [chat] }),
    mappingProblem({ fields: [] }),
    mappingProblem({ fields: [chat, { ...chat, name: ' ' }] }),
    mappingProblem({ fields: [{ ...chat, column: '' }] })
  ]).toEqual([
    undefined,
    'Add a field first: an item without one holds nothing.',
    'Give field 2 a name first.',
    'Say first which column holds “Conversation”.'
  ])
})

it('says what a template looks at, or what it needs', () => {
  const template = (name: string, ...labelers: string[]) => ({ id: 't', about: '', name, labelers })
  const subject = { id: 'subject', name: 'Subject', kind: 'text' as const }
  expect([
    templateFit(template('Both', 'choice', 'text-entities'), [subject, chat]),
    templateFit(template('Intent', 'choice', 'unknown'), [chat]),
    templateFit(template('Entities in text', 'text-entities'), [chat])
  ]).toEqual([
    { looksAt: 'Conversation and Subject' },
    { looksAt: 'Conversation' },
    {
      looksAt: '',
      problem: 'Entities in text needs a field of text. Map a column to one, or choose another template.'
    }
  ])
})

it('starts with the template that asks about the conversation, else with the first that fits', () => {
  const template = (id: string, ...labelers: string[]) => ({ id, about: '', name: id, labelers })
  const templates = [template('entities', 'text-entities'), template('intent', 'choice')]
  const subject = { id: 'subject', name: 'Subject', kind: 'text' as const }
  expect([
    firstTemplate(templates, [subject]),
    firstTemplate(templates, [subject, chat]),
    firstTemplate(templates.slice(0, 1), [subject, chat]),
    firstTemplate(templates.slice(0, 1), [chat]),
    firstTemplate([], [])
  ]).toEqual(['entities', 'intent', 'entities', 'entities', ''])
})
