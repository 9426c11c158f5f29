import { describe as group, expect, test } from 'vitest'
import type { Project } from '../schemas/project.ts'
import { describe } from '../schemas/schema.ts'
import { memoryFiles } from './memory-files.ts'
import { openProject } from './open-project.ts'
import { projectProblems } from './project-problems.ts'
import { entitiesTask } from './templates/entities.ts'
import { sentimentTask } from './templates/sentiment.ts'
import { itemAt } from './test/items-of.ts'

const base: Project = {
  goldset: 'project/1',
  id: 'p',
  name: 'P',
  schemaVersion: 1,
  guidelines: { version: 1, file: 'guidelines.md' },
  fields: [{ id: 'text', kind: 'text' }],
  sources: [{ path: 'a.csv', format: 'csv' }],
  tasks: [entitiesTask, sentimentTask]
}

const folder = (project: unknown, more: Record<string, string> = {}) =>
  memoryFiles({
    '/p/goldset.json': typeof project === 'string' ? project : JSON.stringify(project),
    '/p/guidelines.md': '# How\r\n',
    '/p/a.csv': 'id,text\n1,a\n',
    ...more
  })

async function seen(files: ReturnType<typeof folder>, options: { lock: boolean }) {
  const opened = await openProject(files, '/p', options)
  if (!opened.ok) return opened.problems.map(describe)
  const { project, items, readOnly, guidelines, problems, close } = opened.value
  await close()
  return { name: project.name, items: items.count, readOnly, guidelines, problems: problems.map(describe) }
}

group('opening a project', () => {
  test('gives its items, guidelines and label store', async () => {
    expect(await seen(folder(base), { lock: true })).toEqual({
      name: 'P',
      items: 1,
      readOnly: undefined,
      guidelines: '# How\r\n',
      problems: []
    })
  })

  test('twice: the second is read-only until the first is closed', async () => {
    const files = folder(base)
    const first = await openProject(files, '/p', { lock: true })
    const readOnly = async () => {
      const opened = await openProject(files, '/p', { lock: true })
      if (!opened.ok) return 'failed'
      await opened.value.close()
      return opened.value.readOnly === undefined ? 'writable' : 'read-only'
    }
    const whileOpen = await readOnly()
    if (first.ok) await first.value.close()
    expect([whileOpen, await readOnly()]).toEqual(['read-only', 'writable'])
  })

  test('for reading takes no lock and changes no byte', async () => {
    const files = folder(base, { '/p/labels/me/00/x.json': 'damaged' })
    const before = files.snapshot()
    const opened = await openProject(files, '/p', { lock: false })
    if (!opened.ok) throw new Error('must open')
    const item = await itemAt(opened.value.items, 0)
    const saved = await opened.value.labels.save({
      item,
      annotator: 'me',
      revision: 0,
      status: 'draft',
      answers: {},
      labelers: {},
      comments: [],
      unsure: false,
      activeMs: 0,
      schemaVersion: 1,
      guidelineVersion: 1
    })
    await opened.value.labels.read('me', item)
    await opened.value.close()
    expect([saved, files.snapshot()]).toEqual([
      { ok: false, problems: [{ message: 'The project was opened for reading.' }] },
      before
    ])
  })

  test('keeps a task whose labeler it does not know, and can be saved to', async () => {
    const unknown = {
      id: 'boxes',
      title: 'Boxes',
      labeler: 'not-yet',
      labelerVersion: 9,
      field: 'text',
      config: { anything: [1] }
    }
    expect(await seen(folder({ ...base, tasks: [unknown] }), { lock: true })).toMatchObject({
      readOnly: undefined,
      problems: []
    })
  })

  test('with a faulty label schema is read-only and says where the fault is', async () => {
    const tasks = [{ ...entitiesTask, config: { ...(entitiesTask.config as object), overlap: 'some' } }]
    const opened = await seen(folder({ ...base, tasks }), { lock: true })
    expect(opened).toMatchObject({
      readOnly: expect.stringMatching(
        /^goldset\.json has a problem at \/tasks\/0\/config\/overlap: .* Until it is put right, nothing can be saved\.$/
      ),
      problems: ['goldset.json, /tasks/0/config/overlap: This must be "none" or "nested" or "any".']
    })
  })

  test('without its guidelines or data says so and opens', async () => {
    const files = memoryFiles({ '/p/goldset.json': JSON.stringify(base) })
    expect(await seen(files, { lock: true })).toMatchObject({
      items: 0,
      guidelines: '',
      problems: [
        'guidelines.md: The guidelines cannot be read. There is no such file in the project folder.',
        'a.csv: There is no such file in the project folder.'
      ]
    })
  })

  test('fails for anything that is not a project, and makes none', async () => {
    const contents = ['', 'null', '[]', '{', JSON.stringify({ ...base, tasks: 1 })]
    for (const content of contents) {
      const files = folder(content)
      const before = files.snapshot()
      const opened = await openProject(files, '/p', { lock: true })
      expect([content, opened.ok, files.snapshot()]).toEqual([content, false, before])
    }
    const nowhere = memoryFiles()
    expect([(await openProject(nowhere, '/p', { lock: true })).ok, [...nowhere.snapshot()]]).toEqual([
      false,
      []
    ])
  })
})

test('problems of a label schema name their place', () => {
  const label = { id: 'a', name: 'A', key: 'q', exportIndex: 0 }
  const choice = (labels: unknown[]) => ({ ...sentimentTask, id: 'x', config: { labels, multiple: false } })
  const project: Project = {
    ...base,
    fields: [...base.fields, { id: 'text', kind: 'text' }, { id: 'photo', kind: 'image' }],
    tasks: [
      { ...choice([label, { ...label, id: 'b', name: 'B', exportIndex: 1 }]), field: 'text' },
      choice([label, { ...label, name: 'B', key: 'w', exportIndex: 1 }]),
      { ...choice([]), id: 'y', field: 'none' },
      { ...entitiesTask, id: 'z', field: 'photo' }
    ]
  }
  expect(projectProblems(project).map(({ path }) => path)).toEqual([
    '/fields/1/id',
    '/tasks/1/id',
    '/tasks/0/config/labels/1/key',
    '/tasks/1/config/labels/1/id',
    '/tasks/2/field',
    '/tasks/3/field'
  ])
})
