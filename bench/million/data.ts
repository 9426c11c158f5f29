import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { labelSet } from '../../schemas/label-set.ts'

export const ROWS = 1_000_000
export type Format = 'jsonl' | 'csv'

/** The words that the first item begins with, and no other. */
export const FIRST_WORDS = 'Row 0 of'

/** A project folder over a million made-up rows; every tenth text has quotes and a line end in it. */
export function writeMillion(folder: string, format: Format): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `rows.${format}`)
  const project = {
    goldset: 'project/1',
    id: `million-${format}`,
    name: `Million ${format}`,
    schemaVersion: 1,
    fields: [{ id: 'text', kind: 'text' }],
    sources: [{ path: `rows.${format}`, format, idColumn: 'id' }],
    tasks: [
      {
        id: 'mood',
        title: 'Mood',
        labeler: 'choice',
        labelerVersion: 1,
        field: 'text',
        config: { labels: labelSet(['Good', 'Bad']), multiple: false }
      }
    ]
  }
  writeFileSync(join(folder, 'goldset.json'), JSON.stringify(project))
  const fd = openSync(file, 'w')
  let text = format === 'csv' ? 'id,text,lang,score\n' : ''
  for (let n = 0; n < ROWS; n++) {
    text += format === 'csv' ? csvRow(n) : `${JSON.stringify(rowOf(n))}\n`
    if (text.length < 1 << 20 && n < ROWS - 1) continue
    writeSync(fd, text)
    text = ''
  }
  closeSync(fd)
  return file
}

const words = 'the long road from Paris to Rome and back again by way of the sea '

function rowOf(n: number) {
  const text = `Row ${n} of ${words.repeat(1 + (n % 3))}${n % 10 === 0 ? '\nsaid "yes"' : ''}`
  return { id: `row-${n}`, text, lang: 'en', score: (n % 100) / 100 }
}

function csvRow(n: number): string {
  const { id, text, lang, score } = rowOf(n)
  return `${id},"${text.replaceAll('"', '""')}",${lang},${score}\n`
}
