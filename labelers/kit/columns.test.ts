import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelSet } from '../../schemas/label-set.ts'
import { strangeNames } from '../test/strange-names.ts'
import { escapeBlanks, unescapeBlanks } from './blanks.ts'
import { classNames, classNumbers } from './classes.ts'
import { csvLine, csvRows } from './csv.ts'
import { readCard, writeCard } from './dataset-card.ts'
import { joinNames, splitNames } from './list-cell.ts'

const name = fc.oneof(
  fc.constantFrom(...strangeNames),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 })
)

describe('names in columns', () => {
  it('hold no white space and no control characters once escaped, and come back', () => {
    fc.assert(
      fc.property(name, each => {
        const escaped = escapeBlanks(each)
        expect(escaped).not.toMatch(/[\s\u0000-\u001f\u007f-\u009f]/)
        expect(unescapeBlanks(escaped)).toBe(each)
      })
    )
  })

  it('stay as they are where there is nothing to escape', () => {
    expect(['B-PER', '100%', '%', '%zz', '%FF'].map(unescapeBlanks)).toEqual([
      'B-PER',
      '100%',
      '%',
      '%zz',
      '%FF'
    ])
  })

  it('share a cell and come back', () => {
    fc.assert(
      fc.property(fc.array(name), names => {
        expect(splitNames(joinNames(names))).toEqual(names)
      })
    )
  })
})

describe('CSV', () => {
  const drawn = (text: string) => [...csvRows(text)].map(({ line, cells }) => `${line}: ${cells.join(' / ')}`)

  it('comes back cell by cell', () => {
    const rows = fc.array(
      fc.array(fc.oneof(name, fc.constantFrom('', '\r\n', '"', ',')), { minLength: 2, maxLength: 4 })
    )
    fc.assert(
      fc.property(rows, given => {
        expect([...csvRows(given.map(cells => csvLine(cells)).join(''))].map(row => row.cells)).toEqual(given)
      })
    )
  })

  it('quotes only what needs it', () => {
    expect(csvLine(['a', 'b,c', 'say "x"', '', ' edge'])).toBe('a,"b,c","say ""x""",," edge"\n')
  })

  it('reads what spreadsheets write, and knows the line a row begins on', () => {
    expect(drawn('id,text\r\n1,"two\r\nlines"\r\n\r\n2,"a"b\n3,x"y\n4,"open')).toEqual([
      '1: id / text',
      '2: 1 / two\r\nlines',
      '5: 2 / ab',
      '6: 3 / x"y',
      '7: 4 / open'
    ])
  })
})

describe('class lists', () => {
  it('keep class numbers where they are, also when a label is gone or retired', () => {
    const labels = labelSet(['a', 'b', 'c', 'd']).filter(label => label.name !== 'b')
    expect(classNames(labels)).toEqual(['a', '(unused 1)', 'c', 'd'])
    expect([...classNumbers(labels)]).toEqual([
      ['a', 0],
      ['c', 2],
      ['d', 3]
    ])
  })

  it('are in order and unique even where two labels ask for one number, or for an absurd one', () => {
    const [a, b] = labelSet(['a', 'b'])
    if (a === undefined || b === undefined) throw new Error('two labels')
    expect(
      classNames([
        { ...b, exportIndex: 4 },
        { ...a, exportIndex: 4 }
      ])
    ).toEqual(['b', 'a'])
    expect(classNames([{ ...a, exportIndex: 2 ** 50 }, b])).toEqual(['b', 'a'])
  })
})

describe('a dataset card', () => {
  const card = (names: readonly string[]) =>
    writeCard({
      title: 'A: "project"\nof ours',
      category: 'text-classification',
      about: 'About.',
      configs: [
        {
          name: 'one',
          file: 'one.jsonl',
          rows: 1,
          columns: [{ name: 'label', list: false, classes: ['x'] }]
        },
        {
          name: 'two',
          file: 'two.jsonl',
          rows: 2,
          columns: [
            { name: 'labels', list: true, classes: names },
            { name: 'id', list: false }
          ]
        }
      ]
    })

  it('gives back the classes of the file that is asked about', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1 }), async names => {
        expect(await readCard(card(names), 'export/two.jsonl')).toEqual([
          { name: 'labels', list: true, classes: names }
        ])
      }),
      { numRuns: 50 }
    )
  })

  it('reads as the documentation of the hub has it', () => {
    expect(card(['a'])).toBe(`---
pretty_name: "A: \\"project\\"\\nof ours"
task_categories:
- text-classification
configs:
- config_name: "one"
  data_files:
  - split: train
    path: "one.jsonl"
- config_name: "two"
  data_files:
  - split: train
    path: "two.jsonl"
dataset_info:
- config_name: "one"
  features:
  - name: "label"
    dtype:
      class_label:
        names:
          '0': "x"
  splits:
  - name: train
    num_examples: 1
- config_name: "two"
  features:
  - name: "labels"
    sequence:
      class_label:
        names:
          '0': "a"
  - name: "id"
    dtype: string
  splits:
  - name: train
    num_examples: 2
---

# A: "project" of ours

About.
`)
  })

  it('is no card without a head, with a broken one, or with a list that is none', async () => {
    const broken = [
      '# Title',
      '---\n: : {\n---\n',
      '---\ndataset_info:\n  features:\n  - name: x\n    dtype:\n      class_label:\n        names:\n          a: b\n---\n'
    ]
    expect(await Promise.all(broken.map(text => readCard(text, 'a.jsonl')))).toEqual([[], [], []])
  })
})
