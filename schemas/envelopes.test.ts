import { describe, expect, it } from 'vitest'
import { LabelFile } from './label-file.ts'
import { Project } from './project.ts'
import { describe as sentence } from './schema.ts'
import { validate } from './validate.ts'

const project = {
  goldset: 'project/1',
  id: 'reviews',
  name: 'Reviews',
  schemaVersion: 1,
  fields: [{ id: 'text', kind: 'text' }],
  sources: [],
  tasks: []
}
const label = {
  goldset: 'label/1',
  item: { id: 'a', source: 'data/a.csv', fingerprint: 'sha256:0' },
  annotator: 'ana',
  status: 'draft',
  answers: {},
  labelers: {},
  schemaVersion: 1,
  guidelineVersion: 0,
  revision: 1,
  savedAt: '2026-01-01T00:00:00.000Z',
  activeMs: 0
}
const said = (schema: object, value: unknown) => validate(schema, value).map(sentence)

describe('a document that is not valid', () => {
  it('is told the place and what must be there, in a sentence', () => {
    expect([
      said(Project, { ...project, goldset: 'project/2' }),
      said(Project, { ...project, name: undefined }),
      said(Project, { ...project, name: '' }),
      said(Project, { ...project, tasks: {} }),
      said(Project, { ...project, fields: [] }),
      said(Project, { ...project, id: 'No Capitals' }),
      said(LabelFile, { ...label, status: 'done' }),
      said(LabelFile, { ...label, revision: 1.5 }),
      said(LabelFile, { ...label, activeMs: -1 }),
      said(LabelFile, null)
    ]).toEqual([
      ['/goldset: This must be "project/1".'],
      ['/: "name" is missing.'],
      ['/name: This must not be empty.'],
      ['/tasks: This must be an array.'],
      ['/fields: This must not be an empty list.'],
      ['/id: This must be an id: a to z, 0 to 9, - and _, at most 64 of them, a letter or digit first.'],
      [
        '/status: This must be "todo" or "draft" or "submitted" or "skipped" or "flagged" or "accepted" or "rejected".'
      ],
      ['/revision: This must be an integer.'],
      ['/activeMs: This must be at least 0.'],
      ['/: This must be an object.']
    ])
  })

  it('is nobody else: unknown properties are welcome', () => {
    expect([
      said(Project, { ...project, later: { x: 1 } }),
      said(LabelFile, { ...label, later: [] })
    ]).toEqual([[], []])
  })
})
