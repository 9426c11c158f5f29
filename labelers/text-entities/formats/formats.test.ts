import { describe, expect, it } from 'vitest'
import type { Item } from '../../../schemas/item.ts'
import type { Importer } from '../../kit/format.ts'
import { codePoint } from '../../kit/offsets.ts'
import { asImport, collect, exportAll, type ExportSetup, importFile } from '../../test/exchange.ts'
import { textEntities } from '../labeler.ts'
import { type Answer, type Config, type Span } from '../schema.ts'
import { conllExporter } from './conll-export.ts'
import { conllImporter } from './conll-import.ts'
import { doccanoExporter } from './doccano-export.ts'
import { hfExporter } from './hf-export.ts'
import { hfImporter } from './hf-import.ts'
import { doccanoImporter, spacyImporter } from './offsets-import.ts'
import { spacyExporter } from './spacy-export.ts'

const span = (id: number, start: number, end: number, label: string, text: string): Span => ({
  id: `s${id}`,
  start: codePoint(start),
  end: codePoint(end),
  label,
  text
})
const item = (id: string, text: string, more: Partial<Item> = {}): Item => ({
  id,
  source: 'data/x.jsonl',
  fingerprint: `sha256:${'0'.repeat(64)}`,
  fields: { text },
  meta: {},
  ...more
})
const config: Config = {
  granularity: 'word',
  overlap: 'any',
  labels: [
    { id: 'per', name: 'PER', exportIndex: 1 },
    { id: 'loc', name: 'Big place', exportIndex: 0 }
  ]
}
const setup: Omit<ExportSetup<Config, Answer>, 'exporter'> = {
  config,
  items: [
    item('a b', 'Ana 💩 of New York.\nHi  there', { meta: { source: 'web', label: 3 } }),
    item('n', 'Nothing')
  ],
  answers: [
    {
      offsetUnit: 'codepoint',
      spans: [
        span(1, 0, 3, 'per', 'Ana'),
        span(2, 9, 17, 'loc', 'New York'),
        span(3, 13, 17, 'per', 'York'),
        span(4, 1, 5, 'per', 'na 💩'),
        span(5, 19, 21, 'per', 'Ho'),
        span(6, 19, 21, 'gone', 'Hi')
      ]
    },
    { offsetUnit: 'codepoint', spans: [] }
  ]
}
const written = async (
  more: Partial<ExportSetup<Config, Answer>> & Pick<ExportSetup<Config, Answer>, 'exporter'>
) => {
  const { files, drops } = await exportAll({ ...setup, ...more })
  return {
    data: files.get('task.jsonl') ?? files.get('task.conll') ?? '',
    drops: drops.map(drop => drop.reason),
    files
  }
}

/** Everything an import says about a file, in lines. */
async function readBack(
  importer: Importer<Config, Answer>,
  text: string,
  beside: ReadonlyMap<string, string> = new Map()
) {
  const all = await collect(importer.read(importFile('x', text, beside)))
  return all.flatMap(each => {
    if ('problem' in each) return [`! line ${each.problem.line}: ${each.problem.message}`]
    const { record } = each
    const found = record.answers.get('entities')
    const fitting = importer.configFor(found === undefined ? [] : [found.value], textEntities.defaultConfig)
    const labelled = textEntities.withLabels(fitting, found?.labels ?? []).config
    const on = item('x', record.text ?? '')
    const { answer, problems } =
      found === undefined
        ? { answer: undefined, problems: [] }
        : importer.answer(
            found.value,
            { config: labelled, item: on, field: 'text' },
            name => labelled.labels.find(label => label.name === name)?.id
          )
    const spans = answer?.spans.map(
      ({ start, end, label, text: words }) =>
        `${start}-${end} ${textEntities.labelName(labelled, label)} "${words}"`
    )
    return [
      `${record.line} ${JSON.stringify(record.text)}${record.id === undefined ? '' : ` id ${record.id}`}: ${spans?.join(', ') ?? 'no answer'} [${labelled.overlap}]`,
      ...problems.map(problem => `! ${problem.message}`)
    ]
  })
}

const untrue = [
  'The span "Ho" at 19 to 21 does not match the text there any more.',
  'The span "Hi" at 19 to 21 has the label "gone", which the task does not have.'
]

describe('CoNLL', () => {
  const misaligned = 'The span "na 💩" at 1 to 5 (PER) does not begin and end with a token.'
  const shared =
    'The span "York" at 13 to 17 (PER) overlaps another span (Big place), and tags hold one span for each token.'

  it('is four columns with a document for each item and a sentence for each line', async () => {
    const { data, drops } = await written({ exporter: conllExporter })
    expect(data.split('\n')).toEqual([
      '-DOCSTART- -X- id=a%20b O',
      '',
      'Ana -X- _ B-PER',
      '💩 -X- _ O',
      'of -X- _ O',
      'New -X- _ B-Big%20place',
      'York -X- _ I-Big%20place',
      '. -X- _ O',
      '',
      'Hi -X- _ O',
      'there -X- _ O',
      '',
      '-DOCSTART- -X- id=n O',
      '',
      'Nothing -X- _ O',
      '',
      ''
    ])
    expect(drops).toEqual([...untrue, misaligned, shared])
  })

  it('takes the scheme and the policy it is given', async () => {
    const { data, drops } = await written({
      exporter: conllExporter,
      options: { scheme: 'bioes', misaligned: 'expand' }
    })
    expect(data.match(/\S+-\S+$/gm)?.filter(tag => !tag.startsWith('-'))).toEqual([
      'S-PER',
      'B-Big%20place',
      'E-Big%20place'
    ])
    expect(drops).toEqual([
      ...untrue,
      'The span "na 💩" at 1 to 5 (PER) overlaps another span (PER), and tags hold one span for each token.',
      shared
    ])
  })

  it('keeps a span over a line end in one sentence, cuts tokens at white space, and finds its way back', async () => {
    const answer: Answer = {
      offsetUnit: 'codepoint',
      spans: [span(1, 0, 6, 'per', 'a\nb c\u0085'.slice(0, 6)), span(2, 9, 10, 'loc', '#')]
    }
    const items = [
      item('x', 'a\nb c\u0085 d\n# e', {
        tokens: [
          [0, 1],
          [2, 6],
          [7, 8],
          [9, 10],
          [11, 12]
        ]
      }),
      item('empty', ' \n ')
    ]
    const given = { ...answer, spans: [{ ...span(1, 0, 5, 'per', 'a\nb c') }, span(2, 9, 10, 'loc', '#')] }
    const exported = await exportAll({
      exporter: conllExporter,
      config,
      items,
      answers: [given, { ...answer, spans: [] }]
    })
    const back = await collect(conllImporter.read(asImport(exported)))
    const answers = back.flatMap(each => {
      if (!('record' in each)) throw new Error(each.problem.message)
      const on = items.find(one => one.id === each.record.id) ?? item('?', '')
      const idOf = (name: string) => config.labels.find(label => label.name === name)?.id
      return [
        conllImporter.answer(
          each.record.answers.get('entities')?.value,
          { config, item: on, field: 'text' },
          idOf
        )
      ]
    })
    expect(exported.drops).toEqual([])
    expect(answers).toEqual([
      { answer: given, problems: [] },
      { answer: { offsetUnit: 'codepoint', spans: [] }, problems: [] }
    ])
  })

  it('is read in every common form', async () => {
    const forms: readonly [string, string][] = [
      [
        'original, IOB1',
        '-DOCSTART- -X- -X- O\n\nEU NNP I-NP I-ORG\nrejects VBZ I-VP O\n1996 CD I-NP O\n\nPeter NNP I-NP I-PER\nBlackburn NNP I-NP I-PER\n'
      ],
      ['two columns, BIOES, CRLF', 'Peter\tB-PER\r\nBlackburn\tE-PER\r\n#\tO\r\nsaid\tS-X\r\n'],
      ['comments, BILUO', '# id = 7\n# a second one\nRome U-LOC\n'],
      ['two layers', '#\tsource\t[2009]\t\n1\tReal\tB-ORG\tO\n2\tMadrid\tI-ORG\tB-LOC\n3\tFans\tO\tO\n'],
      ['both layers say the same', '1\tRom\tB-LOC\tB-LOC\n'],
      ['no tag, and a tag that is none', 'Hello\nWorld PERSON\nRome B-LOC\n']
    ]
    const read = await Promise.all(
      forms.map(async ([name, text]) => [name, ...(await readBack(conllImporter, text))])
    )
    expect(read).toEqual([
      [
        'original, IOB1',
        '3 "EU rejects 1996": 0-2 ORG "EU" [none]',
        '7 "Peter Blackburn": 0-15 PER "Peter Blackburn" [none]'
      ],
      [
        'two columns, BIOES, CRLF',
        '1 "Peter Blackburn # said": 0-15 PER "Peter Blackburn", 18-22 X "said" [none]'
      ],
      ['comments, BILUO', '3 "Rome": 0-4 LOC "Rome" [none]'],
      ['two layers', '2 "Real Madrid Fans": 0-11 ORG "Real Madrid", 5-11 LOC "Madrid" [nested]'],
      [
        'both layers say the same',
        '! line 1: "Rom" is LOC in two layers; it is taken once.',
        '1 "Rom": 0-3 LOC "Rom" [none]'
      ],
      [
        'no tag, and a tag that is none',
        '! line 1: This line has no tag column, so its word was left out.',
        '! line 2: "PERSON" is not a tag such as O, B-PER or I-PER, so it was left out.',
        '1 "World Rome": 6-10 LOC "Rome" [none]'
      ]
    ])
  })
})

describe('doccano', () => {
  it('is triples in code points, with the other columns of the data', async () => {
    const { data, drops } = await written({ exporter: doccanoExporter })
    expect(data.split('\n')).toEqual([
      '{"id":"a b","text":"Ana 💩 of New York.\\nHi  there","source":"web","meta_label":3,"label":[[0,3,"PER"],[1,5,"PER"],[9,17,"Big place"],[13,17,"PER"]]}',
      '{"id":"n","text":"Nothing","label":[]}',
      ''
    ])
    expect(drops).toEqual(untrue)
  })

  it('is intent detection where classes of the item go with it', async () => {
    const { data } = await written({
      exporter: doccanoExporter,
      categoryTasks: [
        { id: 'intent', names: ['play', '__proto__'], exclusive: true },
        { id: 'mood', names: ['good', 'bad'] }
      ],
      categories: new Map([['intent', ['__proto__']]])
    })
    expect(data.split('\n')[1]).toBe(
      '{"id":"n","text":"Nothing","entities":[],"cats":["__proto__"],"categories":{"intent":["__proto__"],"mood":[]}}'
    )
  })

  it('is read as triples, as objects, in UTF-16 where the quotes say so, and never silently', async () => {
    const forms: readonly [string, string][] = [
      ['triples', '{"id":7,"data":"💩Ana","label":[[1,4,"PER"]],"x":1}\n{"text":"b","label":[]}'],
      [
        'UTF-16 by quote',
        '{"text":"💩Ana","entities":[{"id":1,"label":"PER","start_offset":2,"end_offset":5,"text":"Ana"}]}'
      ],
      [
        'graphemes by quote',
        '{"text":"👨‍🚒Ana","entities":[{"label":"PER","start_offset":1,"end_offset":4,"text":"Ana"}]}'
      ],
      ['crossing', '{"text":"abcdef","label":[[0,3,"A"],[2,5,"B"]]}'],
      [
        'nonsense',
        '{"text":"ab","label":[[0,9,"A"],[1,1,"A"],[0,1],[0,1,"A"],[0,1,"A"],[-1,1,"A"]],"relations":[{"id":1}]}\nnot json\n{"label":[]}\n[1]'
      ],
      ['classes, not spans', '{"text":"a","label":[]}\n{"text":"b","label":["pos"]}']
    ]
    const read = await Promise.all(
      forms.map(async ([name, text]) => [name, ...(await readBack(doccanoImporter, text))])
    )
    expect(read).toEqual([
      ['triples', '1 "💩Ana" id 7: 1-4 PER "Ana" [none]', '2 "b":  [none]'],
      ['UTF-16 by quote', '1 "💩Ana": 1-4 PER "Ana" [none]'],
      ['graphemes by quote', '1 "👨‍🚒Ana": 3-6 PER "Ana" [none]'],
      ['crossing', '1 "abcdef": 0-3 A "abc", 2-5 B "cde" [any]'],
      [
        'nonsense',
        '! line 1: [0,1] is not a span [start, end, "label"], so it was left out.',
        '! line 1: The span 0 to 1 (A) is there twice; it is taken once.',
        '! line 1: 1 relations between spans were left out; Goldset has none.',
        '1 "ab": 0-1 A "a" [any]',
        '! The span "-1 to 1" (A) was left out: -1 to 1 lies outside the text.',
        '! The span "0 to 9" (A) was left out: 0 to 9 lies outside the text.',
        '! The span "1 to 1" (A) was left out: 1 to 1 lies outside the text.',
        '! line 2: This line is not a JSON object, so it was left out.',
        '! line 3: This row has no text, so it was left out.',
        '! line 4: This line is not a JSON object, so it was left out.'
      ],
      ['classes, not spans', '1 "a": no answer [none]', '2 "b": no answer [none]']
    ])
  })

  it('notices an item that reads otherwise than the file, and labels the task does not have', () => {
    const value = {
      unit: 'codepoint',
      spans: [
        { start: 0, end: 3, label: 'PER', quote: 'Ana' },
        { start: 4, end: 6, label: 'NEW', quote: 'is' }
      ]
    }
    const on = { config, item: item('x', 'Eva is'), field: 'text' }
    const { problems } = doccanoImporter.answer(value, on, name => (name === 'PER' ? 'per' : undefined))
    expect(problems.map(problem => problem.message)).toEqual([
      'The span "Ana" (PER) was left out: the item reads "Eva" there.',
      'The span "is" (NEW) was left out: the task has no such label.'
    ])
  })
})

describe('spaCy', () => {
  it('has entities without overlaps, all spans in a group, and every class of the item', async () => {
    const { data, files } = await written({
      exporter: spacyExporter,
      categoryTasks: [{ id: 'intent', names: ['play', '(unused 1)', 'stop'], exclusive: true }],
      categories: new Map([['intent', ['stop']]])
    })
    const [first] = data.split('\n')
    expect(first).toBe(
      '{"id":"a b","text":"Ana 💩 of New York.\\nHi  there","entities":[[0,3,"PER"],[9,17,"Big place"]],' +
        '"cats":{"play":0,"stop":1},"spans":{"sc":[[0,3,"PER"],[1,5,"PER"],[9,17,"Big place"],[13,17,"PER"]]},"categories":{"intent":["stop"]}}'
    )
    expect([...files.keys()]).toEqual(['task.jsonl', 'to_docbin.py'])
    expect(await readBack(spacyImporter, data)).toEqual([
      '1 "Ana 💩 of New York.\\nHi  there" id a b: 0-3 PER "Ana", 1-5 PER "na 💩", 9-17 Big place "New York", 13-17 PER "York" [any]',
      '2 "Nothing" id n:  [none]'
    ])
  })
})

describe('Hugging Face', () => {
  it('has tag numbers by class number, O first, and a card that names them', async () => {
    const { data, files } = await written({
      exporter: hfExporter,
      categoryTasks: [{ id: 'intent', names: ['play', 'stop'] }],
      categories: new Map([['intent', ['stop']]])
    })
    expect(data.split('\n').slice(0, 2)).toEqual([
      '{"id":"a b","tokens":["Ana","💩","of","New","York",".","Hi","there"],"ner_tags":[3,0,0,1,2,0,0,0],"intent":[1]}',
      '{"id":"n","tokens":["Nothing"],"ner_tags":[0],"intent":[1]}'
    ])
    const card = files.get('README.md') ?? ''
    expect(card.match(/'\d+': .*/g)).toEqual([
      `'0': "O"`,
      `'1': "B-Big place"`,
      `'2': "I-Big place"`,
      `'3': "B-PER"`,
      `'4': "I-PER"`,
      `'0': "play"`,
      `'1': "stop"`
    ])
    expect(card).toContain('num_examples: 2\n')
  })

  it('is read with names or numbers, and says which numbers nothing explains', async () => {
    const rows =
      '{"id":1,"tokens":["New","York","!"],"ner_tags":["B-LOC","I-LOC","O"]}\n{"tokens":["a"],"tags":[5]}\n{"tokens":["a","b"],"tags":["O"]}\n{"text":"x"}'
    expect(await readBack(hfImporter, rows)).toEqual([
      '1 "New York !" id 1: 0-8 LOC "New York" [none]',
      '! line 2: Nothing says which label the tag 5 is, so it was left out.',
      '2 "a": no answer [none]',
      '! line 3: There are 2 tokens and 1 tags, so it was left out.',
      '3 "a b": no answer [none]',
      '! line 4: This row has no list of tokens, so it was left out.'
    ])
  })
})
