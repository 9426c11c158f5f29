import { describe as group, expect, test } from 'vitest'
import type { LabelFile } from '../schemas/label-file.ts'
import { describe } from '../schemas/schema.ts'
import { checkProject } from './check-project.ts'
import { fingerprintOf } from './fingerprint.ts'
import { itemKey } from './item-key.ts'
import { memoryFiles } from './memory-files.ts'
import { openProject } from './open-project.ts'
import { statsOf } from './stats/stats-of.ts'
import { utcZone } from './stats/zone.ts'

const oddName = '<script>alert(1)</script>'
const choice = {
  id: 'mood',
  title: 'Mood',
  labeler: 'choice',
  labelerVersion: 1,
  field: 'text',
  required: true,
  config: {
    multiple: false,
    labels: ['__proto__', oddName, '=1+1'].map((name, exportIndex) => ({
      id: exportIndex === 0 ? 'proto' : `l${exportIndex}`,
      name,
      exportIndex
    }))
  }
}
const spans = {
  id: 'spans',
  title: 'Spans',
  labeler: 'text-entities',
  labelerVersion: 1,
  field: 'text',
  config: {
    labels: [{ id: 'constructor', name: 'constructor', exportIndex: 0 }],
    granularity: 'word',
    overlap: 'none'
  }
}
const several = {
  ...choice,
  id: 'topics',
  required: false,
  config: { ...choice.config, multiple: true, min: 2 }
}
const later = {
  id: 'later',
  title: 'Later',
  labeler: 'not-yet',
  labelerVersion: 1,
  field: 'text',
  config: null
}
const project = {
  goldset: 'project/1',
  id: 'p',
  name: 'P',
  schemaVersion: 1,
  fields: [{ id: 'text', kind: 'text' }],
  sources: [{ path: 'a.csv', format: 'csv' }],
  tasks: [choice, spans, several, later]
}
const texts: Record<string, string> = { one: 'a 😀 b', two: 'zwei', three: 'three' }

const span = (id: string, start: number, end: number, text: string, label = 'constructor') => ({
  id,
  start,
  end,
  text,
  label
})
const marked = (...all: unknown[]) => ({ offsetUnit: 'codepoint', spans: all })

function label(
  id: string,
  status: LabelFile['status'],
  answers: Record<string, unknown>,
  more: Partial<LabelFile> = {}
): [string, string] {
  const { shard, name } = itemKey(id)
  const file: LabelFile = {
    goldset: 'label/1',
    item: { id, source: 'a.csv', fingerprint: fingerprintOf({ text: texts[id] ?? '' }) },
    annotator: 'me',
    status,
    answers,
    labelers: Object.fromEntries(
      Object.keys(answers).map(task => [task, task === 'spans' ? 'text-entities/1' : 'choice/1'])
    ),
    schemaVersion: 1,
    guidelineVersion: 1,
    revision: 1,
    savedAt: '2026-11-23T00:00:00.000Z',
    activeMs: 10,
    ...more
  }
  return [`/p/labels/${file.annotator}/${shard}/${name}.json`, `${JSON.stringify(file, null, 2)}\n`]
}

const folder = (...labels: [string, string][]) =>
  memoryFiles({
    '/p/goldset.json': JSON.stringify(project),
    '/p/a.csv': `id,text\n${Object.entries(texts)
      .map(row => row.join(','))
      .join('\n')}\n`,
    ...Object.fromEntries(labels)
  })

async function checked(...labels: [string, string][]) {
  const files = folder(...labels)
  const before = files.snapshot()
  const problems = await checkProject(files, '/p')
  expect(files.snapshot()).toEqual(before)
  return problems.map(problem =>
    describe(problem).replace(/labels\/me\/..\/([a-z]+)-[0-9a-f]+\.json/g, '($1)')
  )
}

group('checking a project', () => {
  test('finds nothing wrong with whole answers, drafts that lack things and tasks of other versions', async () => {
    const files = await checked(
      label('one', 'submitted', {
        mood: { chosen: ['proto'] },
        spans: marked(span('s1', 2, 3, '😀')),
        later: 'whatever'
      }),
      label('two', 'draft', { spans: marked(), topics: { chosen: ['proto'] } }),
      label('three', 'skipped', {})
    )
    expect(files).toEqual([])
  })

  test('says in which file and where answers are untrue, missing or broken', async () => {
    expect([
      await checked(
        label('one', 'draft', { mood: { chosen: ['gone'] }, spans: marked(span('s1', 3, 4, '😀')) })
      ),
      await checked(label('two', 'submitted', { spans: marked(), topics: { chosen: ['proto'] } })),
      await checked(label('three', 'draft', { mood: [], 'a/b': 1 }))
    ]).toEqual([
      [
        '(one), /answers/mood/chosen/0: "gone" is not a label of this task.',
        '(one), /answers/spans/spans/0/text: The span quotes "😀", and the text at 3 to 4 is " ".'
      ],
      [
        '(two), /answers/mood/chosen: Choose one.',
        '(two), /answers/topics/chosen: Choose at least 2; 1 is chosen.'
      ],
      [
        '(three), /answers/a~1b: The project has no task "a/b". The answer is kept.',
        '(three), /answers/mood: This must be an object.'
      ]
    ])
  })

  test('finds orphans, changed content, damaged files and what does not belong there', async () => {
    const [place] = label('one', 'draft', {})
    const [copy, content] = label('two', 'draft', {})
    expect([
      await checked(label('gone', 'draft', {})),
      await checked(
        label(
          'one',
          'draft',
          {},
          { item: { id: 'one', source: 'a.csv', fingerprint: fingerprintOf({ text: 'old' }) } }
        )
      ),
      (await checked([place, '{"goldset":'])).length,
      (await checked([copy.replace('.json', ' (1).json'), content])).length
    ]).toEqual([
      ['(gone), /item/id: There is no item "gone" any more. Its answers are kept.'],
      [
        '(one), /item/fingerprint: The content of "one" has changed since it was labelled. Check its answers.'
      ],
      1,
      1
    ])
  })

  test('of a folder that is no project says so', async () => {
    expect((await checkProject(memoryFiles({ '/p/x': '' }), '/p')).length).toBe(1)
  })
})

test('statistics count every item, annotator and label, whatever their names', async () => {
  const opened = await openProject(
    folder(
      label('one', 'submitted', {
        mood: { chosen: ['proto'] },
        spans: marked(span('s1', 2, 3, '😀'), span('s2', 4, 5, 'b'))
      }),
      label('one', 'draft', { mood: { chosen: ['l1'] } }, { annotator: 'you' }),
      label('two', 'draft', { mood: { chosen: ['other'] }, spans: 7 }),
      label('gone', 'submitted', { mood: { chosen: ['l2'] } })
    ),
    '/p',
    { lock: false }
  )
  if (!opened.ok) throw new Error('must open')
  const stats = await statsOf(opened.value, { now: new Date(0), zone: utcZone })
  const some = (counts: object) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
  expect({
    items: stats.items,
    statuses: some(stats.statuses),
    annotators: stats.annotators.map(({ id, labelFiles, statuses, activeMs }) => ({
      id,
      labelFiles,
      statuses: some(statuses),
      activeMs
    })),
    tasks: stats.tasks.map(({ id, answers, labels }) => [
      id,
      answers,
      labels.map(each => `${each.name} ${each.submitted}/${each.all}`)
    ]),
    problems: stats.problems.map(({ path, message }) => `${path}: ${message}`)
  }).toEqual({
    items: 3,
    statuses: { submitted: 1, draft: 1, todo: 1 },
    annotators: [
      { id: 'me', labelFiles: 2, statuses: { submitted: 1, draft: 1, todo: 1 }, activeMs: 20 },
      { id: 'you', labelFiles: 1, statuses: { draft: 1, todo: 2 }, activeMs: 10 }
    ],
    tasks: [
      ['mood', { submitted: 1, all: 3 }, ['__proto__ 1/1', `${oddName} 0/1`, '=1+1 0/0', 'other 0/1']],
      ['spans', { submitted: 1, all: 1 }, ['constructor 2/2']],
      ['topics', { submitted: 0, all: 0 }, ['__proto__ 0/0', `${oddName} 0/0`, '=1+1 0/0']],
      ['later', { submitted: 0, all: 0 }, []]
    ],
    problems: ['/answers/spans: This must be an object.', '/item/id: There is no item "gone" any more.']
  })
})
