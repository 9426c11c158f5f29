import { expect, test } from 'vitest'
import type { Answer } from '../labelers/audio-transcription/schema.ts'
import { exportProject } from './export-project.ts'
import { importInto } from './import-project.ts'
import { newFromImport } from './new-from-import.ts'
import { type OpenProject, openProject } from './open-project.ts'
import { countedWav } from './test/counted-wav.ts'
import { itemsOf } from './test/items-of.ts'
import { textOf } from './test/labelled-project.ts'
import { mediaSamples } from './test/media-samples.ts'
import { recordedProject, type Said, transcriptionTask } from './test/recorded-project.ts'

const call: readonly Said[] = [
  [0, 0.5, 'Okay.', 'Nurse'],
  [0.5, 1.25, 'No, "none".\nNone!', 'Caller'],
  [1, 1.5, 'Right', 'Nurse']
]
const recordings = {
  'call.wav': { bytes: countedWav(2), said: call },
  'ward 3/call.wav': { bytes: countedWav(1), said: [[0.25, 1, 'Hello?', 'Caller'] as Said] },
  'old.flac': { bytes: mediaSamples.get('short.flac') ?? new Uint8Array(), said: [[0, 0.1, 'Hm'] as Said] },
  'silence.wav': { bytes: countedWav(1), said: null }
}
const project = () => recordedProject(transcriptionTask(['Nurse', 'Caller'], 'segments'), recordings)

const below = (files: { snapshot(): ReadonlyMap<string, Uint8Array> }, folder: string) =>
  [...files.snapshot().keys()].filter(path => path.startsWith(folder)).sort()

const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)

test('an audio folder of clips has each segment as a WAV of its own samples, and says what could not be cut', async () => {
  const open = await project()
  const exported = await exportProject(open, {
    format: 'audiofolder',
    status: 'submitted',
    out: '/out',
    options: new Map([['audio', 'clips']])
  })
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems))
  const rows = rowsOf(textOf(open.files, '/out/metadata.jsonl'))
  expect(rows.map(row => [row.file_name, row.transcription, row.duration, row.speaker, row.cut_at])).toEqual([
    ['clips/data/call/0001.wav', 'Okay.', 0.5, 'Nurse', 0],
    ['clips/data/call/0002.wav', 'No, "none".\nNone!', 0.75, 'Caller', 0.5],
    ['clips/data/call/0003.wav', 'Right', 0.5, 'Nurse', 1],
    ['clips/data/ward 3/call/0001.wav', 'Hello?', 0.75, 'Caller', 0.25]
  ])
  expect(below(open.files, '/out/')).toEqual(
    ['README.md', 'goldset-export.json', 'metadata.jsonl', ...rows.map(row => String(row.file_name))]
      .map(file => `/out/${file}`)
      .sort()
  )
  const whole = Buffer.from(countedWav(2))
  const clip = Buffer.from(await open.files.read('/out/clips/data/call/0002.wav'))
  expect(clip.subarray(44).equals(whole.subarray(44 + 8000, 44 + 8000 + 12_000))).toBe(true)
  expect(exported.value.dropped.map(({ item, reason }) => `${item}: ${reason}`)).toEqual([
    'data/old.flac: Segment g1 was not cut: Only WAV can be cut, and this is a FLAC recording.',
    'data/silence.wav: Nobody speaks in it, so there is no clip.'
  ])
})

test('a NeMo manifest has offsets into copies, or clips without offsets; what cannot be cut keeps its offset', async () => {
  const open = await project()
  const write = async (out: string, options: Record<string, string>) => {
    const given = new Map(Object.entries(options))
    const done = await exportProject(open, { format: 'nemo', status: 'submitted', out, options: given })
    if (!done.ok) throw new Error(JSON.stringify(done.problems))
    return rowsOf(textOf(open.files, `${out}/transcription.jsonl`)).map(
      ({ audio_filepath, offset, duration, text }) => [audio_filepath, offset, duration, text]
    )
  }
  expect(await write('/offsets', {})).toEqual([
    ['audio/data/call.wav', 0, 0.5, 'Okay.'],
    ['audio/data/call.wav', 0.5, 0.75, 'No, "none". None!'],
    ['audio/data/call.wav', 1, 0.5, 'Right'],
    ['audio/data/old.flac', 0, 0.1, 'Hm'],
    ['audio/data/silence.wav', undefined, 1, ''],
    ['audio/data/ward 3/call.wav', 0.25, 0.75, 'Hello?']
  ])
  expect(await write('/clips', { audio: 'clips' })).toEqual([
    ['clips/data/call/0001.wav', undefined, 0.5, 'Okay.'],
    ['clips/data/call/0002.wav', undefined, 0.75, 'No, "none". None!'],
    ['clips/data/call/0003.wav', undefined, 0.5, 'Right'],
    ['audio/data/old.flac', 0, 0.1, 'Hm'],
    ['audio/data/silence.wav', undefined, 1, ''],
    ['clips/data/ward 3/call/0001.wav', undefined, 0.75, 'Hello?']
  ])
})

for (const format of ['srt', 'vtt', 'textgrid', 'whisper', 'nemo', 'audiofolder', 'csv'] as const)
  test(`a folder of recordings and ${format} becomes a project, and goes into one that is there`, async () => {
    const open = await project()
    const out = format === 'csv' ? '/set/all.csv' : '/set'
    const exported = await exportProject(open, { format, status: 'submitted', out })
    if (!exported.ok) throw new Error(JSON.stringify(exported.problems))
    // As other tools leave them: without our manifest, which makes a folder an export and no data.
    await open.files.remove('/set/goldset-export.json')
    for (const [path, { bytes }] of Object.entries(recordings))
      if (format !== 'nemo' && format !== 'audiofolder') await open.files.write(`/set/data/${path}`, bytes)
    const again = await importInto(open, {
      path: out,
      format,
      annotator: 'bo',
      dryRun: false,
      strict: false
    })
    const made = await newFromImport(open.files, { folder: '/new', path: out, format, annotator: 'bo' })
    if (!made.ok || !again.ok) throw new Error(JSON.stringify([made, again]))
    const { created, problems } = made.value.report
    expect({ items: made.value.items, created, problems, again: again.value.created }).toEqual({
      items: 4,
      created: 4,
      problems: [],
      again: 4
    })
    const project2 = JSON.parse(textOf(open.files, '/new/goldset.json')) as {
      fields: unknown
      sources: { format: string }[]
      tasks: { labeler: string; config: { labels: { name: string }[] } }[]
    }
    expect([
      project2.fields,
      project2.sources.map(source => source.format),
      project2.tasks.map(task => [task.labeler, task.config.labels.map(label => label.name)])
    ]).toEqual([
      [{ id: 'audio', kind: 'audio' }],
      ['audio-files'],
      [['audio-transcription', ['Nurse', 'Caller']]]
    ])
    const opened = await openProject(open.files, '/new', { lock: false })
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
    const wanted = await saidBy(open, 'ann')
    expect(await saidBy(open, 'bo')).toEqual(wanted)
    expect((await saidBy(opened.value, 'bo')).map(([, said]) => said)).toEqual(wanted.map(([, said]) => said))
  })

test('a TextGrid of an older Praat, in UTF-16 and with returns, becomes a project with the recording beside it', async () => {
  const { files } = await project()
  const grid = [
    'File type = "ooTextFile"',
    'Object class = "TextGrid"',
    '',
    ...[
      '0',
      '2',
      '<exists>',
      '1',
      '"IntervalTier"',
      '"Zoë"',
      '0',
      '2',
      '2',
      '0',
      '1',
      '"déjà 名"',
      '1',
      '2',
      '""'
    ]
  ].join('\r\n')
  const swapped = Buffer.from(`\uFEFF${grid}`, 'utf16le').swap16()
  await files.write('/old/a.TextGrid', swapped)
  await files.write('/old/a.wav', countedWav(2))
  const made = await newFromImport(files, {
    folder: '/new',
    path: '/old',
    format: 'textgrid',
    annotator: 'bo'
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const opened = await openProject(files, '/new', { lock: false })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  expect([made.value.report.problems, await saidBy(opened.value, 'bo')]).toEqual([
    [],
    [['data/old/a.wav', { segments: [[0, 1, 'déjà 名', 'Zoë']], nothing: undefined }]]
  ])
})

/** What somebody wrote down of every recording, speakers by name. NeMo has no line ends. */
async function saidBy(open: OpenProject, annotator: string): Promise<readonly [string, unknown][]> {
  const [task] = open.project.tasks
  const { labels } = task?.config as { labels: readonly { id: string; name: string }[] }
  const said: [string, unknown][] = []
  for (const item of await itemsOf(open.items)) {
    const read = await open.labels.read(annotator, item)
    const answer = (read.kind === 'label' ? read.label.answers.transcription : undefined) as
      Answer | undefined
    const segments = answer?.segments.map(({ start, end, text, speaker }) => [
      start,
      end,
      text.replace('\n', ' '),
      labels.find(label => label.id === speaker)?.name
    ])
    said.push([item.id, { segments, nothing: answer?.nothing }])
  }
  return said
}
