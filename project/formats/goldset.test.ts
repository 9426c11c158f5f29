import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportProject } from '../export-project.ts'
import { type MemoryFiles, memoryFiles } from '../memory-files.ts'
import { newFromImport } from '../new-from-import.ts'
import { type OpenProject, openProject } from '../open-project.ts'
import { itemAt } from '../test/items-of.ts'
import { type Answered, choiceTask, entitiesTask, labelledProject, textOf } from '../test/labelled-project.ts'

const name = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    '<script>alert(1)</script>',
    '=1+1',
    '🐍',
    'שלום',
    'x'.repeat(200)
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
)
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })

const meta = fc.dictionary(fc.constantFrom('__proto__', 'source', 'tokens', 'n'), fc.jsonValue(), {
  maxKeys: 3
})

const random = fc
  .record({
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    texts: fc.array(fc.tuple(text, meta, fc.boolean()), { minLength: 1, maxLength: 6 }),
    answers: fc.array(
      fc.record({
        row: fc.nat(5),
        by: fc.constantFrom('ann', 'bob'),
        status: fc.constantFrom('draft', 'submitted', 'flagged', 'skipped', 'accepted'),
        label: fc.nat(3),
        cut: fc.nat(39)
      }),
      { maxLength: 8 }
    )
  })
  .map(({ names, texts, answers }) => {
    const rows = texts.map(([value, more, tokens], place) => ({
      ...more,
      ...(tokens ? { offsets: [[0, 1]] } : {}),
      id: `item ${place}`,
      text: value
    }))
    const label = (place: number) => names[place % names.length] ?? ''
    const unique = new Map(answers.map(one => [`${one.row % rows.length} ${one.by}`, one]))
    const answered = [...unique.values()].map((one): Answered => {
      const row = rows[one.row % rows.length]
      const start = one.cut % [...(row?.text ?? ' ')].length
      return {
        item: row?.id ?? '',
        by: one.by,
        status: one.status,
        entities: [[start, start + 1, label(one.label)]],
        mood: [label(one.label + 1)]
      }
    })
    return { names, rows, answered }
  })

async function exported(open: OpenProject & { readonly files: MemoryFiles }): Promise<string> {
  const result = await exportProject(open, { format: 'goldset', status: 'all', out: '/out/x.jsonl' })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return textOf(open.files, '/out/x.jsonl')
}

async function reborn(dataset: string) {
  const files = memoryFiles({ '/in/x.jsonl': dataset })
  const made = await newFromImport(files, {
    folder: '/new',
    path: '/in/x.jsonl',
    format: 'goldset',
    annotator: 'me'
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const opened = await openProject(files, '/new', { lock: false })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return { open: { ...opened.value, files }, problems: made.value.report.problems }
}

describe('Goldset JSONL', () => {
  test('gives back the same project: its second export is the first, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(random, async ({ names, rows, answered }) => {
        const tasks = [entitiesTask(names), choiceTask('mood', names)]
        const open = await labelledProject(tasks, rows, answered, 'offsets')
        const first = await exported(open)
        const { open: again, problems } = await reborn(first)
        expect(problems).toEqual([])
        expect(await exported(again)).toBe(first)
      }),
      { numRuns: 60 }
    )
  })

  test('is a header and then a line for each label file, or item without one', async () => {
    const open = await labelledProject(
      [choiceTask('mood', ['good'])],
      [
        { id: 'a', text: 'One' },
        { id: 'b', text: 'Two', page: 7 }
      ],
      [{ item: 'a', mood: ['good'] }]
    )
    const lines = (await exported(open)).trimEnd().split('\n')
    const [header, first, second] = lines.map(line => JSON.parse(line) as Record<string, never>)
    expect(header).toEqual({
      goldset: 'dataset/1',
      guidelines: '',
      project: {
        goldset: 'project/1',
        id: 'tiny',
        name: 'Tiny project',
        schemaVersion: 1,
        fields: [{ id: 'text', kind: 'text' }],
        tasks: [choiceTask('mood', ['good'])]
      }
    })
    expect(first).toMatchObject({
      item: { id: 'a', fields: { text: 'One' }, meta: {} },
      label: {
        goldset: 'label/1',
        item: { id: 'a' },
        annotator: 'ann',
        answers: { mood: { chosen: ['good'] } }
      }
    })
    expect(second).toEqual({
      item: {
        id: 'b',
        fingerprint: (await itemAt(open.items, 1)).fingerprint,
        fields: { text: 'Two' },
        meta: { page: 7 }
      }
    })
  })

  test('carries tasks, answers and properties this version does not know', async () => {
    const strange = {
      id: 'boxes',
      title: 'Boxes',
      labeler: 'hologram',
      labelerVersion: 3,
      field: 'text',
      config: { a: [1] }
    }
    const open = await labelledProject(
      [choiceTask('mood', ['good'])],
      [{ id: 'a', text: 'One' }],
      [{ item: 'a', mood: ['good'] }]
    )
    const [header = '', line = ''] = (await exported(open)).split('\n')
    const project = JSON.parse(header) as { project: { tasks: unknown[] } }
    project.project.tasks.push(strange)
    const label = JSON.parse(line) as { label: Record<string, Record<string, unknown>> }
    Object.assign(label.label['answers'] ?? {}, { boxes: { x: 0.5 } })
    Object.assign(label.label['labelers'] ?? {}, { boxes: 'hologram/3' })
    label.label['zebra'] = { deep: [true] }
    const dataset = `${JSON.stringify(project)}\n${JSON.stringify(label)}\n`
    const { open: again } = await reborn(dataset)
    const out = await exported(again)
    expect(JSON.parse(out.split('\n')[0] ?? '')).toEqual(project)
    expect(JSON.parse(out.split('\n')[1] ?? '')).toEqual(label)
  })

  test.each([
    ['', 'The file is empty.'],
    ['null\n', 'The first line of a Goldset dataset is {"goldset":"dataset/1", …}, and this is not.'],
    ['{"goldset":"dataset/2"}\n', 'The file is of a newer version of Goldset (dataset/2).'],
    ['{"goldset":"dataset/1","project":{"goldset":"project/1"}}\n', '"id" is missing.']
  ])('refuses %j and leaves no file behind', async (dataset, sentence) => {
    const files = memoryFiles({ '/in/x.jsonl': dataset })
    const made = await newFromImport(files, {
      folder: '/new',
      path: '/in/x.jsonl',
      format: 'goldset',
      annotator: 'me'
    })
    expect(made).toMatchObject({ ok: false, problems: [{ message: sentence }] })
    expect([...files.snapshot().keys()]).toEqual(['/in/x.jsonl'])
  })
})
