import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { diskFiles } from '../project/disk-files.ts'
import { takeLock } from '../project/lock.ts'
import { run } from './run.ts'
import { goldset, goldsetJson, removeBuilt } from './test/run-goldset.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goldset-cli-'))
  await writeFile(join(folder, 'reviews.csv'), 'id,text\nr1,Ana met Bo\nr2,"Two\nlines, here"\n')
  await writeFile(
    join(folder, 'marked.jsonl'),
    '{"id":"r1","text":"Ana met Bo","label":[[0,3,"Person"],[8,10,"Robot"]]}\n{"id":"r9","text":"Gone","label":[]}\n'
  )
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await removeBuilt()
})
const at = (...parts: string[]) => join(folder, ...parts)

/** The same entry point without a process: for the many ways to mistype. */
async function inProcess(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await run(words, {
    out: text => void (said.out += text),
    err: text => void (said.err += text)
  })
  return { code, ...said }
}

describe('goldset', () => {
  test('takes a dataset from source to export, and says so in JSON', async () => {
    const made = await goldsetJson(
      'new',
      at('p'),
      '--source',
      at('reviews.csv'),
      '--template',
      'entities',
      '--name',
      'Reviews'
    )
    expect(made).toMatchObject({
      code: 0,
      json: { ok: true, folder: at('p'), items: 2, project: { name: 'Reviews' }, problems: [] }
    })

    const imported = await goldsetJson(
      'import',
      at('p'),
      at('marked.jsonl'),
      '--format',
      'doccano',
      '--annotator',
      'ann'
    )
    expect(imported).toEqual({
      code: 1,
      json: {
        ok: false,
        dryRun: false,
        created: 1,
        merged: 0,
        skipped: 0,
        unchanged: 0,
        addedLabels: { entities: ['Robot'] },
        problems: [
          {
            file: at('marked.jsonl'),
            line: 2,
            message: 'No item is called "r9" or has this text. The answers of this row were left out.'
          }
        ]
      }
    })
    expect(await goldsetJson('check', at('p'))).toEqual({
      code: 0,
      json: { ok: true, folder: at('p'), problems: [] }
    })

    const stats = await goldsetJson('stats', at('p'), '--utc')
    expect(stats).toMatchObject({
      code: 0,
      json: {
        ok: true,
        items: 2,
        statuses: { submitted: 1, todo: 1 },
        annotators: [{ id: 'ann', labelFiles: 1, finished: 1 }],
        done: 1,
        left: 1,
        timeZone: 'UTC'
      }
    })

    const exported = await goldsetJson(
      'export',
      at('p'),
      '--format',
      'doccano',
      '--out',
      at('out', 'train.jsonl')
    )
    expect(exported).toEqual({
      code: 0,
      json: {
        ok: true,
        out: at('out', 'train.jsonl'),
        counts: { in: 1, out: 1, dropped: 0 },
        dropped: [],
        damaged: 0,
        files: [at('out', 'train.jsonl'), at('out', 'goldset-export.json')],
        problems: []
      }
    })
    expect(await readFile(at('out', 'train.jsonl'), 'utf8')).toBe(
      '{"id":"r1","text":"Ana met Bo","label":[[0,3,"Person"],[8,10,"Robot"]]}\n'
    )
  }, 60_000)

  test('makes a whole project of an import, and the same again of its Goldset export', async () => {
    const made = await goldset(
      'new',
      at('q'),
      '--import',
      at('marked.jsonl'),
      '--format',
      'doccano',
      '--annotator',
      'ann'
    )
    expect(made).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(`${at('q')}: 2 items.`) as string
    })
    await goldset('export', at('q'), '--format', 'goldset', '--status', 'all', '--out', at('one.jsonl'))
    await goldset('new', at('r'), '--import', at('one.jsonl'), '--format', 'goldset')
    await goldset(
      'export',
      at('r'),
      '--format',
      'goldset',
      '--status',
      'all',
      '--out',
      at('two', 'two.jsonl')
    )
    expect(await readFile(at('two', 'two.jsonl'), 'utf8')).toBe(await readFile(at('one.jsonl'), 'utf8'))
  }, 60_000)

  test('exits with 1 when a file is damaged, naming it', async () => {
    await goldset('new', at('damaged'), '--source', at('reviews.csv'))
    await mkdir(at('damaged', 'labels', 'ann', 'aa'), { recursive: true })
    await writeFile(at('damaged', 'labels', 'ann', 'aa', 'x-0123.json'), 'null')
    const checked = await goldset('check', at('damaged'))
    expect(checked).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^labels\/ann\/aa\/x-0123\.json.*: /) as string
    })
    const stats = await goldset('stats', at('damaged'))
    expect(stats).toMatchObject({ code: 0, err: expect.stringContaining('x-0123.json') as string })
  }, 60_000)

  test('exits with 2 and a usage line for what it does not understand', async () => {
    const ran = await goldset('export', at('p'), '--format', 'doccano')
    expect(ran).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /^--out <path> is missing\.\n\nUsage:\n {2}goldset export <dir> --format/
      ) as string
    })
  })

  test('exits with 3 for a folder that is not there, and keeps stdout one JSON document', async () => {
    expect(await goldsetJson('stats', at('nowhere'))).toEqual({
      code: 3,
      json: { ok: false, problems: [{ file: at('nowhere'), message: 'There is no such folder.' }] }
    })
  })

  test('reads a project that is open in the application, and does not write into it', async () => {
    await goldset(
      'new',
      at('busy'),
      '--import',
      at('marked.jsonl'),
      '--format',
      'doccano',
      '--annotator',
      'ann'
    )
    const lock = await takeLock(diskFiles(), at('busy'))
    if (lock.kind !== 'held') throw new Error(lock.sentence)
    const [imported, exported, dry] = [
      await goldset('import', at('busy'), at('marked.jsonl'), '--format', 'doccano', '--annotator', 'bob'),
      await goldset('export', at('busy'), '--format', 'doccano', '--out', at('busy-out')),
      await goldset('import', at('busy'), at('marked.jsonl'), '--format', 'doccano', '--dry-run')
    ]
    await lock.release()
    expect([imported.code, exported.code, dry.code]).toEqual([3, 0, 0])
    expect(imported.err).toMatch(/open/)
    const later = await goldset(
      'import',
      at('busy'),
      at('marked.jsonl'),
      '--format',
      'doccano',
      '--annotator',
      'bob'
    )
    expect(later).toMatchObject({ code: 0, out: expect.stringContaining('2 label files made') as string })
  }, 60_000)

  test('never makes a project over one', async () => {
    await writeFile(at('here.csv'), 'text\nHello\n')
    await goldset('new', at('twice'), '--source', at('here.csv'))
    const before = await readFile(at('twice', 'goldset.json'), 'utf8')
    const again = await goldset('new', at('twice'), '--source', at('here.csv'))
    const imported = await goldset('new', at('twice'), '--import', at('marked.jsonl'), '--format', 'doccano')
    expect([again.code, imported.code]).toEqual([3, 3])
    expect(await readFile(at('twice', 'goldset.json'), 'utf8')).toBe(before)
  }, 60_000)

  test('says its version and its help on stdout', async () => {
    expect(await inProcess('--version')).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' })
    expect(await inProcess('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('goldset new <dir>') as string
    })
    expect(await inProcess('import', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--dry-run') as string
    })
  })

  test('lists every format with what it cannot carry', async () => {
    const { out } = await inProcess('formats', '--json')
    const { formats } = JSON.parse(out) as {
      formats: { format: string; labeler: string; imports: boolean; exports: boolean }[]
    }
    expect(formats.map(one => `${one.format} ${one.labeler} ${one.imports} ${one.exports}`)).toEqual([
      'goldset * true true',
      'conll text-entities true true',
      'spacy text-entities true true',
      'spacy choice true true',
      'hf text-entities true true',
      'hf choice true true',
      'doccano text-entities true true',
      'doccano choice true true',
      'csv choice true true',
      'csv image-boxes true true',
      'csv audio-transcription true true',
      'coco image-boxes true true',
      'yolo image-boxes true true',
      'voc image-boxes true true',
      'labelme image-boxes true true',
      'imagefolder image-boxes true true',
      'srt audio-transcription true true',
      'vtt audio-transcription true true',
      'textgrid audio-transcription true true',
      'whisper audio-transcription true true',
      'nemo audio-transcription true true',
      'audiofolder audio-transcription true true',
      'kaldi audio-transcription false true',
      'ctm audio-transcription false true',
      'stm audio-transcription false true',
      'eaf audio-transcription false true'
    ])
  })

  test.each([
    [
      ['dance'],
      '"dance" is not a command. The commands are new, check, stats, import, export, relink, formats.'
    ],
    [['check'], '<dir> is missing.'],
    [['check', ''], '<dir> is empty.'],
    [['new', '', '--source', 'x.csv'], '<dir> is empty.'],
    [['check', 'a', 'b'], '"b" is one word too many.'],
    [['check', 'a', '--verbose'], '--verbose is not an option of "goldset check".'],
    [['check', 'a', '--json=yes'], '--json takes no value.'],
    [['export', 'a', '--format', '--out', 'x'], '--format needs a value: --format <f>.'],
    [['export', 'a', '--format', 'csv', '--format', 'hf', '--out', 'x'], '--format is given twice.'],
    [
      ['export', 'a', '--format', 'trl', '--out', 'x'],
      'This version does not export "trl" yet. It can export goldset, conll, spacy, hf, doccano, csv, coco, yolo, voc, labelme, imagefolder, srt, vtt, textgrid, whisper, nemo, audiofolder, kaldi, ctm, stm, eaf.'
    ],
    [
      ['export', 'a', '--format', 'xml', '--out', 'x'],
      '"xml" is not a format. The formats are goldset, conll, spacy, hf, doccano, csv, coco, yolo, voc, labelme, imagefolder, srt, vtt, textgrid, whisper, nemo, audiofolder, kaldi, ctm, stm, eaf.'
    ],
    [
      ['export', 'a', '--format', 'csv', '--out', 'x', '--status', 'done'],
      '--status is submitted or all, not "done".'
    ],
    [
      ['export', 'a', '--format', 'csv', '--out', 'x', '--annotator', '../up'],
      '"../up" is not an annotator id.'
    ],
    [
      ['export', 'a', '--format', 'conll', '--out', 'x', '--option', 'scheme=XML'],
      '--option scheme is one of scheme=BIO, scheme=IOB1, scheme=BIOES, scheme=BILUO.'
    ],
    [
      ['export', 'a', '--format', 'doccano', '--out', 'x', '--option', 'a=b'],
      'This format has no option "a"; it has none.'
    ],
    [['new', 'a'], 'Say what is to be labelled: --source <path>..., or --import <path> --format <f>.'],
    [['new', 'a', '--source', 'x', '--import', 'y'], 'Give --source or --import, not both.'],
    [['new', 'a', '--source', 'x', '--annotator', 'ann'], '--annotator does not go with --source.'],
    [
      ['new', 'a', '--import', 'x', '--format', 'csv', '--template', 'joint'],
      '--template does not go with --import.'
    ],
    [['new', 'a', '--import', 'x'], '--format <f> is missing.'],
    [
      ['new', 'a', '--source', 'x', '--template', 'joint', '--schema', 'y'],
      'Give --template or --schema, not both.'
    ]
  ])('refuses %j with exit code 2', async (words, sentence) => {
    const { code, out, err } = await inProcess(...words)
    expect({ code, out, first: err.split('\n')[0] }).toEqual({ code: 2, out: '', first: sentence })
    const json = await inProcess(...words, ...(words.includes('--json=yes') ? [] : ['--json']))
    if (!words.includes('--json=yes')) {
      expect({ code: json.code, err: json.err, document: JSON.parse(json.out) as unknown }).toEqual({
        code: 2,
        err: '',
        document: { ok: false, problems: [{ message: sentence }] }
      })
    }
  })

  test('knows the templates of later versions by name', async () => {
    const { code, err } = await inProcess(
      'new',
      at('t'),
      '--source',
      at('reviews.csv'),
      '--template',
      'rubric'
    )
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('rubric') as string })
  })

  test('takes a label schema of its own, and says what is wrong with one', async () => {
    const schema = (tasks: unknown) => writeFile(at('schema.json'), JSON.stringify({ tasks }))
    const labels = [{ id: 'yes', name: 'Yes', exportIndex: 0 }]
    await schema([{ id: 'ok', labeler: 'choice', config: { labels, multiple: false } }])
    const made = await inProcess(
      'new',
      at('own'),
      '--source',
      at('reviews.csv'),
      '--schema',
      at('schema.json')
    )
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(await readFile(at('own', 'goldset.json'), 'utf8'))).toMatchObject({
      fields: [{ id: 'text', kind: 'text' }],
      tasks: [
        { id: 'ok', title: 'ok', labeler: 'choice', labelerVersion: 1, field: 'text', config: { labels } }
      ]
    })
    await schema([{ id: 'ok', labeler: 'choice', config: { labels: [{}], multiple: false } }])
    const wrong = await inProcess(
      'new',
      at('wrong'),
      '--source',
      at('reviews.csv'),
      '--schema',
      at('schema.json')
    )
    expect(wrong).toEqual({
      code: 3,
      out: '',
      err: `${at('schema.json')}, /tasks/0/config/labels/0: "id" is missing.\n`
    })
  })

  test('lets no text from the data steer the terminal', async () => {
    await writeFile(
      at('red.jsonl'),
      JSON.stringify({ id: '\u001b[31mred\u001b]0;title\u0007', text: 'x', label: [] })
    )
    const { err } = await inProcess(
      'import',
      at('own'),
      at('red.jsonl'),
      '--format',
      'doccano',
      '--task',
      'nope\u001b[2J'
    )
    expect(err).toContain('\\u{1b}[2J')
    expect(/[\u0000-\u0009\u000b-\u001f]/.test(err)).toBe(false)
  })
})
