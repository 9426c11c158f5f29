import { mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hummed, writeRecordings } from '../../e2e/recordings.ts'
import { me } from '../../e2e/project-on-disk.ts'
import { labelPlace } from '../../project/label-files.ts'

/** Seconds. */
export const recordings = new Map([
  ['second.wav', 1],
  ['minutes.wav', 600],
  ['hours.wav', 7200],
  ['call.wav', 7200],
  ['day.wav', 18_000]
])
export const SEGMENTS = 5000

/** A project of recordings from a second to five hours; the call of two hours has 5,000 segments with texts. */
export async function writeLongRecordings(folder: string): Promise<void> {
  await writeRecordings(folder, new Map(Array.from(recordings.keys(), name => [name, new Uint8Array()])))
  for (const [name, duration] of recordings) await writeLongWav(join(folder, 'data', name), duration)
  await writeSegments(folder, 'call.wav', 7200)
}

/** Ten seconds of humming, over and over. */
async function writeLongWav(path: string, duration: number): Promise<void> {
  const ten = hummed(10, [
    [0.5, 4],
    [4.8, 9.5]
  ])
  const [header, piece] = [Buffer.from(ten.subarray(0, 44)), ten.subarray(44)]
  const length = (piece.length / 10) * duration
  header.writeUInt32LE(36 + length, 4)
  header.writeUInt32LE(length, 40)
  const file = await open(path, 'w')
  try {
    await file.write(header)
    for (let left = length; left > 0; left -= piece.length) await file.write(piece.subarray(0, left))
  } finally {
    await file.close()
  }
}

const words = 'and then last night she came up in a rash sort of on her tummy and all up her back'.split(' ')

async function writeSegments(folder: string, item: string, duration: number): Promise<void> {
  const each = duration / SEGMENTS
  const segments = Array.from({ length: SEGMENTS }, (_, n) => ({
    id: `g${n + 1}`,
    start: Math.round(n * each * 1000) / 1000,
    end: Math.round((n + 0.9) * each * 1000) / 1000,
    speaker: n % 3 === 0 ? 'nurse' : 'caller',
    text: Array.from({ length: 4 + (n % 9) }, (_, word) => words[(n + word * 5) % words.length]).join(' ')
  }))
  const label = {
    goldset: 'label/1',
    item: { id: item, source: 'data/calls.jsonl', fingerprint: '' },
    annotator: me,
    status: 'draft',
    schemaVersion: 1,
    guidelineVersion: 0,
    revision: 1,
    savedAt: '2026-01-05T09:00:00.000Z',
    activeMs: 0,
    labelers: { said: 'audio-transcription/1' },
    answers: { said: { duration, segments } }
  }
  const path = join(folder, labelPlace(me, item))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(label, null, 2)}\n`)
}
