import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { exportProject } from './export-project.ts'
import { textOf } from './test/labelled-project.ts'
import { recordedProject, type Said, transcriptionTask } from './test/recorded-project.ts'

const folder = fileURLToPath(new URL('../../shared/real-data/fsdd/recordings', import.meta.url))
const present = existsSync(folder)
if (!present) console.warn('not run: the real data is not beside the repository (../shared/real-data)')

const names = present ? readdirSync(folder).filter(name => name.endsWith('.wav')) : []
const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const textOfName = (name: string) => digits[Number(name[0])] ?? ''
const speakerOfName = (name: string) => name.split('_')[1] ?? ''

/** Counted without our reader: bytes behind the word `data`, over those of a second. */
function secondsOf(bytes: Buffer): number {
  const data = bytes.indexOf('data', 12, 'latin1')
  return bytes.readUInt32LE(data + 4) / bytes.readUInt32LE(28)
}

const seconds = new Map(names.map(name => [name, secondsOf(readFileSync(`${folder}/${name}`))]))
const speakers = [...new Set(names.map(speakerOfName))]

async function rows(
  format: 'nemo' | 'audiofolder',
  mode: 'whole' | 'segments',
  options: Record<string, string> = {}
) {
  const recordings = names.map(name => {
    const said: Said = [0, seconds.get(name) ?? 0, textOfName(name), speakerOfName(name)]
    const answer = mode === 'whole' ? textOfName(name) : [said]
    return [name, { bytes: readFileSync(`${folder}/${name}`), said: answer }] as const
  })
  const open = await recordedProject(transcriptionTask(speakers, mode), Object.fromEntries(recordings))
  const done = await exportProject(open, {
    format,
    status: 'submitted',
    out: '/out',
    options: new Map(Object.entries(options))
  })
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  expect(done.value.dropped).toEqual([])
  const file = format === 'nemo' ? '/out/transcription.jsonl' : '/out/metadata.jsonl'
  return textOf(open.files, file)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, string | number>)
    .map(row => {
      const path = String(row.audio_filepath ?? row.file_name)
      return {
        path,
        text: row.text ?? row.transcription,
        duration: Number(row.duration),
        file: secondsOf(Buffer.from(open.files.snapshot().get(`/out/${path}`) ?? new Uint8Array(64)))
      }
    })
}

describe.skipIf(!present)('60 real recordings of spoken digits', () => {
  for (const format of ['nemo', 'audiofolder'] as const)
    for (const [mode, options] of [
      ['whole', {}],
      ['segments', { audio: 'clips' }]
    ] as const)
      test(`go out as ${format} of ${mode} with texts and durations right to a millisecond`, async () => {
        const all = await rows(format, mode, options)
        const wrong = all.filter(({ path, text, duration, file }) => {
          const name =
            path
              .replace(/\/0001\.wav$/, '.wav')
              .split('/')
              .at(-1) ?? ''
          const outside = seconds.get(name) ?? NaN
          const near = (value: number) => Math.abs(value - outside) <= 0.001
          return !near(duration) || !near(file) || text !== textOfName(name)
        })
        expect({ rows: all.length, wrong }).toEqual({ rows: 60, wrong: [] })
      })
})
