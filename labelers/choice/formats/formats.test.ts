import { describe, expect, it } from 'vitest'
import { collect, exportAll, type ExportSetup, importFile } from '../../test/exchange.ts'
import type { Importer } from '../../kit/format.ts'
import { example } from '../example.ts'
import type { Answer, Config } from '../schema.ts'
import { csvExporter, csvImporter } from './csv.ts'
import { doccanoExporter, doccanoImporter } from './doccano.ts'
import { hfExporter } from './hf-export.ts'
import { hfImporter } from './hf-import.ts'
import { spacyExporter, spacyImporter } from './spacy.ts'

const single: Config = { ...example.config, multiple: false }
const written = async (
  more: Partial<ExportSetup<Config, Answer>> & Pick<ExportSetup<Config, Answer>, 'exporter'>
) => {
  const { files, drops } = await exportAll({
    config: example.config,
    items: example.items,
    answers: example.answers,
    ...more
  })
  const [data = ''] = files.values()
  return { lines: data.split('\n'), drops: drops.map(drop => `${drop.item}: ${drop.reason}`), files }
}
const readBack = async (
  importer: Importer<Config, Answer>,
  text: string,
  beside: ReadonlyMap<string, string> = new Map()
) =>
  (await collect(importer.read(importFile('x.jsonl', text, beside)))).map(each => {
    if ('problem' in each) return `! line ${each.problem.line}: ${each.problem.message}`
    const answers = [...each.record.answers].map(
      ([task, { value, labels }]) => `${task} ${JSON.stringify(value)} of ${labels.join('/')}`
    )
    return `${each.record.line} ${each.record.id ?? '-'} ${JSON.stringify(each.record.text)} ${JSON.stringify(each.record.meta)}: ${answers.join('; ')}`
  })

describe('Hugging Face text classification', () => {
  it('is one class number for a single choice, a list for several', async () => {
    const one = await written({ exporter: hfExporter, config: single })
    const several = await written({ exporter: hfExporter })
    expect([one.lines[0], one.drops, several.lines[0]]).toEqual([
      '{"id":"mail-2","text":"The \\"blue\\" one, again,\\nbroken.","label":2}',
      ['mail-1: The task takes one choice, and 2 are chosen.'],
      '{"id":"mail-1","text":"Lovely shop! Do you post to Norway? 🇳🇴","labels":[0,1]}'
    ])
    expect(several.files.get('README.md')?.match(/'\d+': .*/g)).toEqual([
      `'0': "Question"`,
      `'1': "Praise"`,
      `'2': "Complaint"`,
      `'3': "Spam"`
    ])
  })

  it('is read by the names of its card, or by names in the rows, and says what nothing explains', async () => {
    const { lines, files } = await written({ exporter: hfExporter })
    const card = new Map([['README.md', files.get('README.md') ?? '']])
    const all = 'Question/Praise/Complaint/Spam'
    expect([
      ...(await readBack(
        hfImporter,
        lines[0] ?? '',
        new Map([['README.md', (files.get('README.md') ?? '').replace('task.jsonl', 'x.jsonl')]])
      )),
      ...(await readBack(
        hfImporter,
        '{"text":"a","label":"pos","n":1}\n{"text":"b","label":1}\n{"tokens":["a"],"labels":[0],"label":"neg"}'
      )),
      ...(await readBack(hfImporter, '{"text":"c","labels":[9]}', card))
    ]).toEqual([
      `1 mail-1 "Lovely shop! Do you post to Norway? 🇳🇴" {}: category {"chosen":["Question","Praise"],"multiple":true} of ${all}`,
      '1 - "a" {"n":1}: category {"chosen":["pos"],"multiple":false} of pos',
      '! line 2: Nothing says which class 1 of "label" is; a README.md beside the file would.',
      '2 - "b" {}: ',
      '3 - undefined {}: category {"chosen":["neg"],"multiple":false} of neg',
      '! line 1: Nothing says which class [9] of "labels" is; a README.md beside the file would.',
      '1 - "c" {}: '
    ])
  })
})

describe('CSV', () => {
  it('has a column for the task, several names in a cell, and quotes where it must', async () => {
    const { lines } = await written({ exporter: csvExporter })
    expect(lines).toEqual([
      'id,text,task',
      'mail-1,Lovely shop! Do you post to Norway? 🇳🇴,Question|Praise',
      'mail-2,"The ""blue"" one, again,',
      'broken.",Complaint',
      'mail-3,ok,Praise',
      ''
    ])
  })

  it('is harmless in a spreadsheet when asked, and exact when not', async () => {
    const items = example.items.slice(0, 1).map(item => ({ ...item, fields: { text: '=1+1' } }))
    const of = async (value: string) =>
      (await written({ exporter: csvExporter, items, options: { 'spreadsheet-safe': value } })).lines[1]
    expect([await of('off'), await of('on')]).toEqual([
      'mail-1,=1+1,Question|Praise',
      "mail-1,'=1+1,Question|Praise"
    ])
  })

  it('is read by column name, whatever order, and names the line of a bad row', async () => {
    const text = '\uFEFFmood,ID,label:text,Text\r\ngood|bad,1,news,"a\r\nb"\r\n,2,,c\nx\n'
    expect(await readBack(csvImporter, text)).toEqual([
      '2 1 "a\\r\\nb" {}: mood {"chosen":["good","bad"]} of good/bad; text {"chosen":["news"]} of news',
      '4 2 "c" {}: ',
      '! line 5: This row has 1 cells and the header 4, so it was left out.'
    ])
  })
})

describe('doccano', () => {
  it('is a list of names beside the other columns of the data', async () => {
    const { lines } = await written({ exporter: doccanoExporter })
    expect(lines[2]).toBe('{"id":"mail-3","text":"ok","from":"web","label":["Praise"]}')
  })

  it('is read from label, cats or categories, and leaves spans alone', async () => {
    const rows = [
      '{"text":"a","label":["pos","pos"]}',
      '{"text":"b","label":[]}',
      '{"text":"c","entities":[[0,1,"X"]],"cats":["neg"]}',
      '{"text":"d","cats":["neg"],"categories":{"__proto__":["neg"],"mood":[]},"n":1}',
      '{"text":"e","label":[[0,1,"X"]]}',
      '{"label":["pos"]}'
    ]
    expect(await readBack(doccanoImporter, rows.join('\n'))).toEqual([
      '1 - "a" {}: category {"chosen":["pos"]} of pos',
      '2 - "b" {}: category {"chosen":[]} of ',
      '3 - "c" {}: category {"chosen":["neg"]} of neg',
      '4 - "d" {"n":1}: __proto__ {"chosen":["neg"]} of neg; mood {"chosen":[]} of ',
      '5 - "e" {}: ',
      '! line 6: This row has no text, so it was left out.'
    ])
    expect(await readBack(doccanoImporter, '{"text":"b","label":[]}')).toEqual(['1 - "b" {}: '])
  })
})

describe('spaCy', () => {
  it('has every class in every row, adding up to one for a single choice', async () => {
    const { lines } = await written({ exporter: spacyExporter, config: single })
    expect(lines[1]).toBe(
      '{"id":"mail-3","text":"ok","entities":[],"cats":{"Question":0,"Praise":1,"Complaint":0,"Spam":0},"spans":{}}'
    )
    expect(
      await readBack(
        spacyImporter,
        `${lines[1]}\n{"text":"x","cats":{"a":0.7,"b":0.2,"c":true}}\n{"text":"y","cats":{}}\n{}`
      )
    ).toEqual([
      '1 mail-3 "ok" {}: category {"chosen":["Praise"]} of Question/Praise/Complaint/Spam',
      '2 - "x" {}: category {"chosen":["a","c"]} of a/b/c',
      '3 - "y" {}: ',
      '! line 4: This row has no text, so it was left out.'
    ])
  })
})
