import { describe, expect, test } from 'vitest'
import { labelerOf } from '../labelers/index.ts'
import type { FormatName } from '../labelers/kit/format.ts'
import { exportProject } from './export-project.ts'
import { listFormats } from './formats.ts'
import { memoryFiles } from './memory-files.ts'
import { newFromImport } from './new-from-import.ts'
import { type OpenProject, openProject } from './open-project.ts'
import { statsOf } from './stats/stats-of.ts'
import { utcZone } from './stats/zone.ts'
import { taskLabels } from './task-labels.ts'
import { choiceTask, entitiesTask, labelledProject } from './test/labelled-project.ts'
import { countedWav } from './test/counted-wav.ts'
import { type Box, boxesTask, picturedProject } from './test/pictured-project.ts'
import { recordedProject, type Said, transcriptionTask } from './test/recorded-project.ts'

const names = [
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '=1+1',
  '🐍 snake | pipe, "quote"',
  'שלום عالم',
  'x'.repeat(200),
  'B-1%20 100%'
]
const rows = names.map((_, place) => ({ id: `item-${place}`, text: `Ana met Bo in Lima number ${place}` }))

/** By item, what was said, labels by name: what must survive. */
async function said(open: OpenProject): Promise<string[]> {
  const all: string[] = []
  for await (const { label } of open.labels.all()) {
    if (label === undefined) throw new Error('damaged')
    for (const task of open.project.tasks) {
      const labeler = labelerOf(task.labeler)
      if (labeler === undefined || !Object.hasOwn(label.answers, task.id)) continue
      const answer = label.answers[task.id] as {
        spans?: { start: number; end: number }[]
        shapes?: { x: number; width: number }[]
        segments?: { start: number; end: number }[]
      }
      const places = [
        ...(answer.spans ?? []).map(span => `${span.start}-${span.end} `),
        ...(answer.shapes ?? []).map(shape => `${shape.x}+${shape.width} `),
        ...(answer.segments ?? []).map(segment => `${segment.start}-${segment.end} `)
      ]
      const used = labeler
        .labelsUsed(answer)
        .map((id, place) => (places[place] ?? '') + labeler.labelName(task.config, id))
      all.push(`${label.item.id.split('/').at(-1) ?? ''} ${task.labeler}: ${used.sort().join(' + ')}`)
    }
  }
  return all.sort()
}

async function roundTrip(
  open: OpenProject,
  format: FormatName,
  file: (paths: readonly string[]) => string,
  /** Where the data file is put before it is read, when that is not where it was written. */
  beside?: string
) {
  const options = new Map(
    open.project.fields.some(field => field.kind === 'image') ? [['images', 'copy']] : []
  )
  const exported = await exportProject(open, { format, status: 'submitted', out: '/out', options })
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems))
  expect(exported.value.counts).toEqual({ in: rows.length, out: rows.length, dropped: 0 })
  const written = file(exported.value.files)
  const path = beside === undefined ? written : `${beside}/${written.split('/').at(-1)}`
  if (path !== written) await open.files.copy(written, path)
  const made = await newFromImport(open.files, {
    folder: '/again',
    path,
    format,
    annotator: 'ann'
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  expect(made.value.report.problems).toEqual([])
  const opened = await openProject(open.files, '/again', { lock: false })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.value
}

const dataFile = (paths: readonly string[]) => paths.find(path => /\.(jsonl|conll|csv|txt)$/.test(path)) ?? ''
const formats = listFormats().filter(info => info.imports && info.exports)

describe('labels with names that break things', () => {
  test.each(
    formats
      .filter(info => info.labeler === 'text-entities' || info.labeler === 'choice')
      .map(info => [info.format, info.labeler] as const)
  )('go through %s of %s and back exactly, and are never a file name', async (format, labeler) => {
    const entities = [entitiesTask(names)]
    const choice = [choiceTask('mood', names, true)]
    const open = await labelledProject(
      labeler === 'choice' ? choice : entities,
      rows,
      rows.map((row, place) => {
        const [label = '', next = ''] = [names[place], names[(place + 1) % names.length]]
        return labeler === 'choice'
          ? { item: row.id, mood: place % 2 === 0 ? [label] : [label, next] }
          : {
              item: row.id,
              entities: [
                [0, 3, label],
                [8, 10, next]
              ]
            }
      })
    )
    const again = await roundTrip(open, format, dataFile)
    expect(await said(again)).toEqual(await said(open))
    const paths = [...open.files.snapshot().keys()]
    expect(paths.filter(path => !/^[/a-zA-Z0-9._-]+$/.test(path))).toEqual([])
  })

  const ofPictures = formats.filter(info => info.labeler === 'image-boxes').map(info => info.format)
  test.each(ofPictures)(
    'go through %s of boxes and back exactly, and are never a file name',
    async format => {
      const pictures = names.map((label, place): [string, readonly Box[]] => [
        `picture-${place}.png`,
        [
          [place, 2, 20, 30, label],
          [10, 12, 5, 6.5, names[(place + 1) % names.length] ?? '']
        ]
      ])
      const open = await picturedProject(boxesTask(names), Object.fromEntries(pictures))
      // A table of boxes names the pictures and lies beside them.
      const beside = format === 'csv' ? '/data/project/data' : undefined
      const again = await roundTrip(
        open,
        format,
        paths => {
          const folder = ['yolo', 'voc', 'labelme'].includes(format)
          return folder ? '/out' : (paths.find(path => /(metadata|boxes)\.\w+$/.test(path)) ?? '')
        },
        beside
      )
      expect(await said(again)).toEqual(await said(open))
      const paths = [...open.files.snapshot().keys()]
      expect(paths.filter(path => !/^[/a-zA-Z0-9._-]+$/.test(path))).toEqual([])
    }
  )

  const ofRecordings = formats.filter(info => info.labeler === 'audio-transcription').map(info => info.format)
  test.each(ofRecordings)(
    'go through %s of recordings as who speaks and back exactly, and are never a file name',
    async format => {
      const recordings = names.map((name, place): [string, { bytes: Uint8Array; said: readonly Said[] }] => {
        const next = names[(place + 1) % names.length] ?? ''
        const first: Said = [0, 1 + place / 10, 'Hello?', name]
        return [`call-${place}.wav`, { bytes: countedWav(2), said: [first, [0.5, 2, 'Right.', next]] }]
      })
      const open = await recordedProject(transcriptionTask(names, 'segments'), Object.fromEntries(recordings))
      const path = format === 'csv' ? '/out/all.csv' : '/out'
      const exported = await exportProject(open, { format, status: 'submitted', out: path })
      if (!exported.ok) throw new Error(JSON.stringify(exported.problems))
      expect(exported.value.counts.dropped).toBe(0)
      // As other tools leave them: beside the recordings, without our manifest.
      await open.files.remove('/out/goldset-export.json')
      for (const [name, { bytes }] of recordings) await open.files.write(`/out/data/${name}`, bytes)
      const made = await newFromImport(open.files, { folder: '/again', path, format, annotator: 'ann' })
      if (!made.ok) throw new Error(JSON.stringify(made.problems))
      expect(made.value.report.problems).toEqual([])
      const again = await openProject(open.files, '/again', { lock: false })
      if (!again.ok) throw new Error(JSON.stringify(again.problems))
      expect(await said(again.value)).toEqual(await said(open))
      const paths = [...open.files.snapshot().keys()]
      expect(paths.filter(file => !/^[/a-zA-Z0-9._-]+$/.test(file))).toEqual([])
    }
  )

  test('go with entities and classes in one file, and come back to their own tasks', async () => {
    const open = await labelledProject(
      [entitiesTask(names), choiceTask('mood', names, true)],
      rows,
      rows.map((row, place) => ({
        item: row.id,
        entities: [[0, 3, names[place] ?? '']],
        mood: names.slice(place, place + 2)
      }))
    )
    const again = await roundTrip(open, 'doccano', dataFile)
    expect(again.project.tasks.map(task => task.id)).toEqual(['entities', 'mood'])
    expect(await said(again)).toEqual(await said(open))
  })

  test('are counted right', async () => {
    const open = await labelledProject(
      [choiceTask('mood', names, true)],
      rows,
      rows.map((row, place) => ({ item: row.id, mood: names.slice(0, place + 1) }))
    )
    const { tasks } = await statsOf(open, { now: new Date(0), zone: utcZone })
    expect(tasks[0]?.labels.map(label => [label.name, label.submitted])).toEqual(
      names.map((name, place) => [name, names.length - place])
    )
  })

  test('are added by an import under ids that are safe', async () => {
    const text = names
      .map((name, place) => JSON.stringify({ id: `i${place}`, text: 'Ana', label: [[0, 3, name]] }))
      .join('\n')
    const files = memoryFiles({ '/in/x.jsonl': text })
    await newFromImport(files, { folder: '/new', path: '/in/x.jsonl', format: 'doccano', annotator: 'ann' })
    const opened = await openProject(files, '/new', { lock: false })
    const labels = opened.ok ? opened.value.project.tasks.flatMap(taskLabels) : []
    expect(labels.map(label => label.name)).toEqual(names)
    expect(labels.filter(label => !/^[a-z0-9][a-z0-9_-]*$/.test(label.id))).toEqual([])
  })
})
