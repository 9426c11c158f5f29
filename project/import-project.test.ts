import { describe, expect, test } from 'vitest'
import type { LabelFile } from '../schemas/label-file.ts'
import { importInto, type ImportOptions } from './import-project.ts'
import type { OpenProject } from './open-project.ts'
import { choiceTask, entitiesTask, labelledProject, ROOT, textOf } from './test/labelled-project.ts'

const rows = [
  { id: 'one', text: 'Ana met Bo' },
  { id: 'two', text: 'Nobody came' },
  { id: 'three', text: 'Nobody came' }
]
const tasks = [entitiesTask(['Person']), choiceTask('mood', ['good', 'bad'])]
const line = (value: unknown) => `${JSON.stringify(value)}\n`

async function imported(
  open: Awaited<ReturnType<typeof labelledProject>>,
  text: string,
  options: Partial<ImportOptions> = {}
) {
  await open.files.write('/in.jsonl', text)
  return importInto(open, {
    path: '/in.jsonl',
    format: 'doccano',
    annotator: 'ann',
    dryRun: false,
    strict: false,
    ...options
  })
}

/** Every label file as `annotator item status: answers`. */
async function labels(open: OpenProject): Promise<string[]> {
  const all: string[] = []
  for await (const stored of open.labels.all()) {
    const label: LabelFile | undefined = stored.label
    if (label === undefined) all.push(stored.problem?.message ?? '')
    else all.push(`${label.annotator} ${label.item.id} ${label.status}: ${answersOf(label)}`)
  }
  return all.sort()
}

function answersOf(label: LabelFile): string {
  return Object.entries(label.answers)
    .map(([task, answer]) => {
      const { chosen, spans } = answer as { chosen?: string[]; spans?: { text: string; label: string }[] }
      return `${task}=${(chosen ?? (spans ?? []).map(span => `${span.text}/${span.label}`)).join('+')}`
    })
    .join(' ')
}

describe('importInto', () => {
  test('finds items by id and by exact content, and gives equal contents to equal items in turn', async () => {
    const open = await labelledProject(tasks, rows)
    const report = await imported(
      open,
      line({ id: 'one', text: 'Ana met Bo', label: [[0, 3, 'Person']] }) +
        line({ text: 'Nobody came', label: [] }) +
        line({ text: 'Nobody came', label: [[0, 6, 'Person']] })
    )
    expect(report).toEqual({
      ok: true,
      value: { created: 3, merged: 0, skipped: 0, unchanged: 0, addedLabels: {}, problems: [] }
    })
    expect(await labels(open)).toEqual([
      'ann one submitted: entities=Ana/person',
      'ann three submitted: entities=Nobody/person',
      'ann two submitted: entities='
    ])
  })

  test('changes nothing the second time', async () => {
    const open = await labelledProject(tasks, rows)
    const text =
      line({ text: 'Nobody came', label: [[0, 6, 'X']] }) + line({ text: 'Nobody came', label: [] })
    await imported(open, text)
    const before = [...open.files.snapshot()]
    const again = await imported(open, text)
    expect(again).toEqual({
      ok: true,
      value: { created: 0, merged: 0, skipped: 0, unchanged: 2, addedLabels: {}, problems: [] }
    })
    expect([...open.files.snapshot()]).toEqual(before)
  })

  test('never writes over an answer, and says which it left', async () => {
    const open = await labelledProject(tasks, rows, [{ item: 'one', entities: [[8, 10, 'Person']] }])
    const report = await imported(
      open,
      line({
        id: 'one',
        text: 'Ana met Bo',
        entities: [[0, 3, 'Person']],
        cats: ['bad'],
        categories: { mood: ['bad'] }
      })
    )
    expect(report).toEqual({
      ok: true,
      value: {
        created: 0,
        merged: 1,
        skipped: 1,
        unchanged: 0,
        addedLabels: {},
        problems: [
          {
            file: '/in.jsonl',
            line: 1,
            message: '"one" has another answer to "entities" by "ann" already. It stays as it is.'
          }
        ]
      }
    })
    expect(await labels(open)).toEqual(['ann one submitted: entities=Bo/person mood=bad'])
  })

  test('adds labels the label schema lacks, in the project file too, and keeps the ones there', async () => {
    const open = await labelledProject(tasks, rows)
    const report = await imported(open, line({ id: 'one', text: 'Ana met Bo', label: [[0, 3, '__proto__']] }))
    const project = JSON.parse(textOf(open.files, `${ROOT}/goldset.json`)) as typeof open.project
    expect(report).toMatchObject({
      ok: true,
      value: { created: 1, addedLabels: { entities: ['__proto__'] } }
    })
    expect(project.tasks[0]?.config).toMatchObject({
      labels: [
        { id: 'person', name: 'Person', exportIndex: 0 },
        { id: 'proto', name: '__proto__', exportIndex: 1 }
      ]
    })
    expect({ disk: project.schemaVersion, open: open.project.schemaVersion }).toEqual({ disk: 2, open: 2 })
  })

  test('has the new labels on disk before any answer that uses them', async () => {
    const open = await labelledProject(tasks, rows)
    const order: string[] = []
    const write = open.files.write.bind(open.files)
    open.files.write = async (path, content) => {
      if (path.startsWith(ROOT) && !path.includes('.goldset/'))
        order.push(path.slice(ROOT.length + 1).replace(/\/.*/, ''))
      return write(path, content)
    }
    await imported(open, line({ id: 'one', text: 'Ana met Bo', label: [[0, 3, 'New']] }))
    expect(order).toEqual(['goldset.json', 'labels'])
  })

  test('refuses unknown labels when strict, and writes nothing', async () => {
    const open = await labelledProject(tasks, rows)
    const before = [...open.files.snapshot().keys()]
    const report = await imported(open, line({ id: 'one', text: 'Ana met Bo', label: [[0, 3, 'New']] }), {
      strict: true
    })
    expect(report).toEqual({
      ok: false,
      problems: [{ message: 'The label schema of "entities" lacks "New". Nothing was imported.' }]
    })
    expect([...open.files.snapshot().keys()]).toEqual([...before, '/in.jsonl'])
  })

  test('reports the same on a dry run and writes nothing', async () => {
    const open = await labelledProject(tasks, rows)
    const text =
      line({ id: 'one', text: 'Ana met Bo', label: [[0, 3, 'New']] }) +
      line({ text: 'Elsewhere', label: [] }) +
      '{'
    const dry = await imported(open, text, { dryRun: true })
    expect(await labels(open)).toEqual([])
    expect(open.project.schemaVersion).toBe(1)
    expect(dry).toEqual(await imported(open, text))
  })

  test('reports every row it could not take, with its line', async () => {
    const open = await labelledProject(tasks, rows)
    const report = await imported(
      open,
      line({ id: 'one', text: 'Somebody else', label: [] }) +
        'no json\n' +
        line({ text: 'Elsewhere', label: [] }) +
        line({ id: 'two', text: 'Nobody came', label: [[0, 99, 'Person']] })
    )
    const problems = report.ok ? report.value.problems : []
    expect(problems.map(({ line: at, message }) => `${at}: ${message}`)).toEqual([
      '2: This line is not a JSON object, so it was left out.',
      '1: "one" has another text in this project than in the file. The answers of this row were left out.',
      '3: No item has this text. The answers of this row were left out.',
      expect.stringMatching(/^4: /) as string
    ])
  })

  test('keeps a label file a draft until an import answers the required task that was missing', async () => {
    const open = await labelledProject(
      [tasks[0] as never, { ...choiceTask('mood', ['good']), required: true }],
      rows
    )
    await imported(open, line({ id: 'one', text: 'Ana met Bo', label: [[0, 3, 'Person']] }))
    expect(await labels(open)).toEqual(['ann one draft: entities=Ana/person'])
    await imported(open, line({ id: 'one', text: 'Ana met Bo', label: ['good'] }))
    expect(await labels(open)).toEqual(['ann one submitted: entities=Ana/person mood=good'])
  })

  test('lists the tasks when none is meant, or an unknown one is asked for', async () => {
    const open = await labelledProject([choiceTask('mood', ['good'])], rows)
    const text = line({ id: 'one', text: 'Ana met Bo', label: [[0, 3, 'Person']] })
    const list = 'Its tasks are "mood" (choice).'
    expect([await imported(open, text), await imported(open, text, { task: 'nope' })]).toEqual([
      {
        ok: false,
        problems: [{ message: `The file has answers to "entities" and no task here is for them. ${list}` }]
      },
      { ok: false, problems: [{ message: `There is no task "nope" in this project. ${list}` }] }
    ])
  })

  test('takes a Goldset dataset of the same label schema, each annotator for themselves', async () => {
    const from = await labelledProject(tasks, rows, [
      { item: 'one', by: 'zoe', entities: [[0, 3, 'Person']], mood: ['bad'], status: 'flagged' },
      { item: 'two', by: 'bob', mood: ['good'] }
    ])
    const { exportProject } = await import('./export-project.ts')
    await exportProject(from, { format: 'goldset', status: 'all', out: '/x.jsonl' })
    const open = await labelledProject(tasks, rows, [{ item: 'two', by: 'bob', mood: ['bad'] }])
    const report = await imported(open, textOf(from.files, '/x.jsonl'), { format: 'goldset' })
    expect(report).toMatchObject({ ok: true, value: { created: 1, skipped: 1, problems: [{ line: 3 }] } })
    expect(await labels(open)).toEqual([
      'bob two submitted: mood=bad',
      'zoe one flagged: entities=Ana/person mood=bad'
    ])
  })
})
