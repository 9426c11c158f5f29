import { resolve } from 'node:path'
import { describe as group, expect, test } from 'vitest'
import { labelerOf } from '../labelers/index.ts'
import { checkProject } from './check-project.ts'
import { diskFiles } from './disk-files.ts'
import { openProject } from './open-project.ts'
import { statsOf } from './stats/stats-of.ts'
import { utcZone } from './stats/zone.ts'
import { itemsOf } from './test/items-of.ts'

const files = diskFiles()
const folder = (id: string) => resolve(import.meta.dirname, '../sample-data', id)

group('the sample projects', () => {
  test('hold what home says they hold, without a problem', async () => {
    const seen = await Promise.all(
      [
        'product-reviews',
        'contract-clauses',
        'voice-assistant',
        'support-chats',
        'street-scenes',
        'clinic-calls'
      ].map(async id => {
        const opened = await openProject(files, folder(id), { lock: false })
        if (!opened.ok) return opened.problems
        const { project, items } = opened.value
        const about = (project as { about?: unknown }).about
        return [project.id, items.count, about, await checkProject(files, folder(id))]
      })
    )
    expect(seen).toEqual([
      ['product-reviews', 60, '60 texts · entities, sentiment', []],
      ['contract-clauses', 25, '25 clauses · nested entities', []],
      ['voice-assistant', 40, '40 utterances · entities, intent, sentiment', []],
      ['support-chats', 12, '12 conversations · intent, mood', []],
      ['street-scenes', 7, '7 pictures · boxes, daylight', []],
      ['clinic-calls', 4, '4 calls · transcript, reason, mood', []]
    ])
  })

  test('show emoji, combining marks, right-to-left and scripts without spaces', async () => {
    const opened = await openProject(files, folder('product-reviews'), { lock: false })
    const texts = opened.ok
      ? (await itemsOf(opened.value.items)).map(item => item.fields['text'] ?? '').join('\n')
      : ''
    const kinds = [
      /\p{Emoji_Presentation}\u200d/u,
      /e\u0301/,
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
      /\p{Script=Han}/u,
      /\p{Script=Thai}/u
    ]
    expect(kinds.filter(kind => !kind.test(texts))).toEqual([])
  })

  test('come with a few answers to look at', async () => {
    const opened = await openProject(files, folder('product-reviews'), { lock: false })
    if (!opened.ok) throw new Error('must open')
    const { statuses, annotators, tasks, problems } = await statsOf(opened.value, {
      now: new Date(0),
      zone: utcZone
    })
    expect({
      statuses: Object.entries(statuses).filter(([, count]) => count > 0),
      annotators: annotators.map(({ id, labelFiles }) => [id, labelFiles]),
      labels: tasks.map(task =>
        task.labels.map(({ name, submitted, all }) => `${name} ${submitted}/${all}`).join(', ')
      ),
      problems
    }).toEqual({
      statuses: [
        ['todo', 56],
        ['draft', 1],
        ['submitted', 2],
        ['flagged', 1]
      ],
      annotators: [['example', 4]],
      labels: [
        'Product 2/3, Brand 3/4, Part 2/3, Person 0/0, Place 1/1, Time 4/5, Price 1/1, Quantity 1/1',
        'Negative 1/1, Neutral 0/0, Positive 1/2'
      ],
      problems: []
    })
  })

  test('have a transcript that is whole, one that is begun and one of nobody', async () => {
    const opened = await openProject(files, folder('clinic-calls'), { lock: false })
    if (!opened.ok) throw new Error('must open')
    const { statuses, tasks } = await statsOf(opened.value, { now: new Date(0), zone: utcZone })
    const summaries: string[] = []
    for await (const { label } of opened.value.labels.all())
      if (label !== undefined)
        summaries.push(
          `${label.item.id}: ${labelerOf('audio-transcription')?.summary(label.answers['transcript'], {}) ?? ''}`
        )
    expect({
      statuses: Object.entries(statuses).filter(([, count]) => count > 0),
      speakers: tasks[0]?.labels.map(({ name, submitted, all }) => `${name} ${submitted}/${all}`),
      summaries: summaries.sort()
    }).toEqual({
      statuses: [
        ['todo', 1],
        ['draft', 1],
        ['submitted', 2]
      ],
      speakers: ['Nurse 4/5', 'Caller 3/5', 'Child 0/1'],
      summaries: [
        'data/01-rash.wav: 7 segments',
        'data/03-fever.flac: 4 segments',
        'data/04-on-hold.wav: no speech'
      ]
    })
  })
})
