import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { exportProject } from './export-project.ts'
import { memoryFiles } from './memory-files.ts'
import { newFromImport } from './new-from-import.ts'
import { openProject } from './open-project.ts'
import { textOf } from './test/labelled-project.ts'

const folder = fileURLToPath(new URL('../../shared/real-data', import.meta.url))
const present = existsSync(folder)
if (!present) console.warn('not run: the real data is not beside the repository (../shared/real-data)')

async function imported(name: string, format: 'doccano' | 'conll') {
  const files = memoryFiles({ '/in/data.txt': readFileSync(`${folder}/${name}`) })
  const made = await newFromImport(files, { folder: '/new', path: '/in/data.txt', format, annotator: 'ann' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const opened = await openProject(files, '/new', { lock: false })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return { files, open: opened.value, report: made.value.report }
}

interface DoccanoRow {
  readonly id: string
  readonly text: string
  readonly intent: string
  readonly label: readonly (readonly [number, number, string])[]
}

const rowsOf = (text: string) =>
  new Map(
    text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as DoccanoRow)
      .map(row => [row.id, { ...row, label: row.label.map(span => JSON.stringify(span)).sort() }])
  )

describe.skipIf(!present)('real data', () => {
  test('snips: 700 items of doccano come in and go out with the same spans', async () => {
    const { files, open, report } = await imported('snips/doccano.jsonl', 'doccano')
    expect({ ...report, addedLabels: {} }).toEqual({
      created: 700,
      merged: 0,
      skipped: 0,
      unchanged: 0,
      addedLabels: {},
      problems: []
    })
    await exportProject(open, { format: 'doccano', status: 'submitted', out: '/out/back.jsonl' })
    const before = rowsOf(readFileSync(`${folder}/snips/doccano.jsonl`, 'utf8'))
    expect(rowsOf(textOf(files, '/out/back.jsonl'))).toEqual(before)
    expect(before.size).toBe(700)
  })

  test('germeval: every tag of both layers becomes a span of one of 400 items', async () => {
    const { open, report } = await imported('germeval/NER-de-400.tsv', 'conll')
    const begins = readFileSync(`${folder}/germeval/NER-de-400.tsv`, 'utf8')
      .split('\n')
      .flatMap(line => line.split('\t').slice(2))
      .filter(tag => tag.startsWith('B-')).length
    let spans = 0
    for await (const { label } of open.labels.all()) {
      spans += (label?.answers['entities'] as { spans: unknown[] }).spans.length
    }
    expect({ items: open.items.count, spans, problems: report.problems }).toEqual({
      items: 400,
      spans: begins,
      problems: []
    })
  })
})
