import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pcmWav } from '../project/audio/test/pcm-wav.ts'
import { labelSet } from '../schemas/label-set.ts'

const RATE = 16_000

/** Somebody humming in these stretches of seconds, and silence around: a WAV that detection of speech takes for speech. */
export function hummed(duration: number, stretches: readonly (readonly [number, number])[]): Buffer {
  const samples = new Float32Array(duration * RATE)
  for (const [start, end] of stretches)
    for (let at = Math.round(start * RATE); at < end * RATE; at++) {
      const syllable = 0.6 + 0.4 * Math.sin((2 * Math.PI * 4 * at) / RATE)
      for (const overtone of [1, 2, 3, 5, 8, 13])
        samples[at]! +=
          (0.12 * syllable * Math.sin((2 * Math.PI * 140 * overtone * at) / RATE)) / Math.sqrt(overtone)
    }
  return pcmWav([samples], { sampleRate: RATE })
}

/** What a transcription of two speakers asks, and one choice beside it. */
export const transcribing = {
  labels: labelSet(['Nurse', 'Caller']),
  kinds: [],
  mode: 'both',
  overlap: 'speakers',
  marks: [{ text: '[noise]', name: 'Noise', key: 'n' }],
  rules: {
    empty: true,
    spaces: true,
    allowed: { classes: ['letters', 'spaces', 'punctuation'], characters: '' }
  },
  language: 'en'
}

/** A project of recordings with what is said in them and how they end, its items called as their files. */
export async function writeRecordings(
  folder: string,
  recordings: ReadonlyMap<string, Uint8Array>,
  config: Readonly<Record<string, unknown>> = {}
): Promise<void> {
  const project = {
    goldset: 'project/1',
    id: 'calls',
    name: 'Calls',
    schemaVersion: 1,
    fields: [{ id: 'audio', kind: 'audio' }],
    sources: [{ path: 'data/calls.jsonl', format: 'jsonl', columns: { audio: 'audio' }, idColumn: 'id' }],
    tasks: [
      {
        id: 'said',
        title: 'Said',
        labeler: 'audio-transcription',
        labelerVersion: 1,
        field: 'audio',
        config: { ...transcribing, ...config }
      },
      {
        id: 'end',
        title: 'End',
        labeler: 'choice',
        labelerVersion: 1,
        field: 'audio',
        config: { labels: labelSet(['Booked', 'Hung up']), multiple: false }
      }
    ]
  }
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, 'goldset.json'), `${JSON.stringify(project, null, 2)}\n`)
  for (const [name, bytes] of recordings) await writeFile(join(folder, 'data', name), bytes)
  const rows = Array.from(recordings.keys(), name => JSON.stringify({ id: name, audio: `data/${name}` }))
  await writeFile(join(folder, 'data/calls.jsonl'), `${rows.join('\n')}\n`)
}
