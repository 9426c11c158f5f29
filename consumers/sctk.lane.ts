import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Said } from '../project/test/recorded-project.ts'
import { dialogue } from './dialogues.ts'
import { exportedFolder } from './exported.ts'
import { outputOf } from './output-of.ts'

interface Score {
  readonly words: number
  readonly correct: number
  readonly substituted: number
  readonly deleted: number
  readonly inserted: number
}

/** What sclite counts of one transcription against another. */
async function scored(
  reference: Readonly<Record<string, readonly Said[]>>,
  hypothesis: Readonly<Record<string, readonly Said[]>>
): Promise<Score> {
  const [stm, ctm] = [await exportedFolder(reference, 'stm'), await exportedFolder(hypothesis, 'ctm')]
  await copyFile(join(ctm.folder, 'transcription.ctm'), join(stm.folder, 'hyp.ctm'))
  const files = ['-r', 'transcription.stm', 'stm', '-h', 'hyp.ctm', 'ctm']
  const output = await outputOf(
    'sctk',
    ['sclite', ...files, '-e', 'utf-8', '-o', 'rsum', 'stdout'],
    stm.folder
  )
  const sum = /\|\s*Sum\s*\|([^|]*)\|([^|]*)\|/.exec(output)
  const [, words = NaN] = (sum?.[1] ?? '').trim().split(/\s+/).map(Number)
  const [correct = NaN, substituted = NaN, deleted = NaN, inserted = NaN] = (sum?.[2] ?? '')
    .trim()
    .split(/\s+/)
    .map(Number)
  return { words, correct, substituted, deleted, inserted }
}

const said = { 'b-2.wav': dialogue(40, 0), 'call.wav': dialogue(25, 1), 'ward 3/call.wav': dialogue(12, 2) }
const count = Object.values(said)
  .flat()
  .flatMap(([, , text]) => text.split(/\s+/)).length

test('sclite finds no error in a transcription against itself, overlaps included', async () => {
  expect(await scored(said, said)).toEqual({
    words: count,
    correct: count,
    substituted: 0,
    deleted: 0,
    inserted: 0
  })
})

test('sclite counts exactly the errors that were made', async () => {
  const change = (of: readonly Said[], at: number, text: string): readonly Said[] =>
    of.map((each, n): Said => {
      const [start, end, , speaker] = each
      return n !== at ? each : speaker === undefined ? [start, end, text] : [start, end, text, speaker]
    })
  const reference = { ...said, 'b-2.wav': change(said['b-2.wav'], 1, 'one two three four five six') }
  const hypothesis = { ...said, 'b-2.wav': change(said['b-2.wav'], 1, 'one zwei three and four six') }
  const all = count - (said['b-2.wav'][1]?.[2].split(/\s+/).length ?? 0) + 6
  expect(await scored(reference, hypothesis)).toEqual({
    words: all,
    correct: all - 2,
    substituted: 1,
    deleted: 1,
    inserted: 1
  })
})
