import { describe, expect, it } from 'vitest'
import type { FormatName, Importer, ImportFile } from '../../kit/format.ts'
import { collect, importFile, importFolder } from '../../test/exchange.ts'
import type { Answer, Config } from '../schema.ts'
import type { ForeignRecording } from './imported.ts'
import { importers } from './index.ts'

const importer = (format: FormatName) =>
  importers.find(each => each.format === format) as Importer<Config, Answer>

/** What is read of a file, a line for each recording, segment and problem. */
async function read(format: FormatName, file: ImportFile): Promise<readonly string[]> {
  return (await collect(importer(format).read(file))).flatMap(each => {
    if ('problem' in each) {
      const { file: where, line, message } = each.problem
      return [`! ${[where, line].filter(part => part !== undefined).join(':')} ${message}`]
    }
    const { path, id, answers } = each.record
    const said = [...answers.values()][0]?.value as ForeignRecording | undefined
    const head = [path, id].filter(part => part !== undefined).join(' = ')
    if (said === undefined) return [`${head}: no answer`]
    const extra = [
      said.duration === undefined ? [] : [`${said.duration} s`],
      said.language === undefined ? [] : [said.language],
      said.transcript === undefined ? [] : [JSON.stringify(said.transcript)]
    ].flat()
    return [
      `${head}: ${extra.join(', ')}`.trim(),
      ...said.segments.map(
        ({ start, end, speaker, kind, text }) =>
          `  ${start}-${end} ${speaker ?? '·'}${kind === undefined ? '' : ` (${kind})`} ${JSON.stringify(text)}`
      )
    ]
  })
}

const text = (format: FormatName, name: string, content: string) => read(format, importFile(name, content))

describe('SRT of other programs', () => {
  it('has points for commas, short clocks, places, missing numbers and blank lines in texts', async () => {
    const srt = `1
00:00:00.500 --> 00:00:01,750  X1:40 X2:600 Y1:20 Y2:50
<i>Hello</i>

there

7
00:02,5 --> 00:03
[SPEAKER_01]: - Yes.
1:00:00,001 --> 1:00:01,000
late

4
00:00:04,000 --> 00:00:04,000
none

5
00:00:05,000 -> 00:00:06,000 --> x
lost
6
00:00:09,000 --> 00:00:10,000
42`
    expect(await text('srt', 'a/call.srt', srt)).toEqual([
      '! a/call.srt:14 This cue ends when it begins, so it was left out.',
      '! a/call.srt:18 The times of this cue cannot be read, so it was left out.',
      'a/call:',
      '  0.5-1.75 · "<i>Hello</i>\\n\\nthere"',
      '  2.5-3 SPEAKER_01 "- Yes."',
      '  3600.001-3601 · "late"',
      '  9-10 · "42"'
    ])
  })

  it('may be empty, which says that nobody speaks, or no SRT at all', async () => {
    expect([
      await text('srt', 'a.srt', ''),
      await text('srt', 'b.srt', 'once upon a time\n'),
      await text('srt', 'c.srt', 'Title\n\n1\n00:00:01,000 --> 00:00:02,000\nx\n')
    ]).toEqual([
      ['a:'],
      ['! b.srt:1 There are no cues in this file: no line has times as 00:00:01,000 --> 00:00:02,000.'],
      ['! c.srt:1 This stands before the first cue, so it was left out.', 'c:', '  1-2 · "x"']
    ])
  })
})

describe('WebVTT of other programs', () => {
  it('has regions, styles, notes, names, settings, voices, tags and escapes', async () => {
    const vtt = `\uFEFFWEBVTT - made by hand
Kind: captions

REGION
id:fred
width:40%

STYLE
::cue { color: papayawhip }

NOTE
a note --> with an arrow

intro
00:01.000 --> 00:02.500 region:fred align:start line:0
<v.first.loud Esme  Smith>It's <i>a</i> &lt;blue&gt; &amp; <00:01.500><c.x>green</c> tree</v>

01:00:00.000 --> 01:00:01.000
<v Ann>Yes</v>
<v Bo>No</v>
plain

NOTE end

00:00:05.000 --> 00:00:04.000
backwards
`
    expect(await text('vtt', 'call.vtt', vtt)).toEqual([
      '! call.vtt:25 This cue ends before it begins, so it was left out.',
      'call:',
      `  1-2.5 Esme Smith "It's a <blue> & green tree"`,
      '  3600-3601 Ann "Yes"',
      '  3600-3601 Bo "No"',
      '  3600-3601 · "\\nplain"'
    ])
  })

  it('says what is no WebVTT, and takes one without cues as a recording where nobody speaks', async () => {
    expect([
      await text('vtt', 'a.vtt', 'WEBVTT\n'),
      await text('vtt', 'b.vtt', '1\n00:00:01.000 --> 00:00:02.000\nx\n'),
      await text('vtt', 'c.vtt', 'WEBVTT\n\n00:00:01 -> 00:00:02 -->\nx\n')
    ]).toEqual([
      ['a:'],
      ['! b.vtt:1 This is no WebVTT: its first line is not WEBVTT.'],
      ['! c.vtt:3 The times of this cue cannot be read, so it was left out.']
    ])
  })
})

describe('TextGrids of other programs', () => {
  it('have comments, point tiers, phones, other numbers and texts of several lines', async () => {
    const grid = `File type = "ooTextFile" ! a comment with "quotes
Object class = "TextGrid"

xmin = 0.0
xmax = 2.5e0
tiers? <exists>
size = 3
item []:
    item [1]:
        class = "IntervalTier"
        name = "Mary ""M"""
        xmin = 0
        xmax = 2.5
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 1.25
            text = "say ""x""
twice!"
        intervals [2]:
            xmin = 1.25
            xmax = 1.5
            text = ""
        intervals [3]:
            xmin = 1.5
            xmax = 1.5
            text = "nothing"
    item [2]:
        class = "TextTier"
        name = "bell"
        xmin = 0
        xmax = 2.5
        points: size = 1
        points [1]:
            number = 0.5
            mark = "ding"
    item [3]:
        class = "IntervalTier"
        name = "Mary - phones"
        xmin = 0
        xmax = 2.5
        intervals: size = 1
        intervals [1]:
            xmin = 0
            xmax = 2.5
            text = "s"
`
    expect(await text('textgrid', 'x/call.TextGrid', grid)).toEqual([
      '! x/call.TextGrid:25 Interval 3 of "Mary "M"" has no length, so it was left out.',
      '! x/call.TextGrid:30 The tier "bell" holds points in time, so it was left out.',
      '! x/call.TextGrid:39 The tier "Mary - phones" holds phones, so it was left out.',
      'x/call: 2.5 s',
      '  0-1.25 Mary "M" "say \\"x\\"\\ntwice!"'
    ])
  })

  it('that are cut off, of another kind, binary, blank or without tiers have a sentence each', async () => {
    const head = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n1\n'
    const tier = `${head}<exists>\n1\n"IntervalTier"\n"Ann"\n0\n1\n1\n`
    const all = {
      'cut.TextGrid': `${tier}0\n1`,
      'word.TextGrid': `${tier}0\n"x"`,
      'pitch.TextGrid': 'File type = "ooTextFile"\nObject class = "PitchTier"\n',
      'binary.TextGrid': 'ooBinaryFile\bTextGrid',
      'chronological.TextGrid': '"Praat chronological TextGrid text file"\n0 1 ! Time domain.\n1\n"Ann"',
      'blank.TextGrid': `${tier}0\n1\n""\n`,
      'none.TextGrid': `${head}<absent>\n`,
      'other.TextGrid': `${head}<exists>\n1\n"OtherTier"\n"Ann"\n0\n1\n1\n`
    }
    expect(await read('textgrid', importFolder(new Map(Object.entries(all))))).toEqual([
      '! cut.TextGrid:14 The file ends before a text in tier "Ann".',
      '! word.TextGrid:14 A number was expected here: a time in tier "Ann".',
      '! pitch.TextGrid:2 This holds a PitchTier and no TextGrid.',
      '! binary.TextGrid:1 The file ends before the type of the file.',
      '! chronological.TextGrid:1 This is no TextGrid in Praat’s text form. Save it from Praat as a text file.',
      '! blank.TextGrid No interval here has a text, so it gives no answer.',
      'blank: no answer',
      '! none.TextGrid No interval here has a text, so it gives no answer.',
      'none: no answer',
      '! other.TextGrid:8 "OtherTier" is no class of tier that Goldset knows.'
    ])
  })
})

describe('JSON of Whisper’s relatives', () => {
  const json = (value: unknown) => text('whisper', 'call.json', JSON.stringify(value))

  it('openai-whisper, WhisperX, faster-whisper, whisper.cpp, transformers and verbose_json are read', async () => {
    expect([
      await json({
        text: ' Hi there.',
        segments: [
          { id: 0, seek: 0, start: 0, end: 1.5, text: ' Hi', tokens: [50364], avg_logprob: -0.2 },
          {
            id: 1,
            seek: 0,
            start: 1.5,
            end: 2,
            text: ' there.',
            words: [{ word: ' there.', start: 1.5, end: 2 }]
          }
        ],
        language: 'en'
      }),
      await json({
        segments: [{ start: 0.1, end: 0.9, text: ' Yes', speaker: 'SPEAKER_00' }],
        word_segments: []
      }),
      await json([{ start: 0, end: 1, text: ' listed' }]),
      await json({
        result: { language: 'de' },
        transcription: [
          { timestamps: { from: '00:00:00,000' }, offsets: { from: 0, to: 1020 }, text: ' Ja', speaker: 1 }
        ]
      }),
      await json({
        text: ' a b',
        chunks: [
          { timestamp: [0, 1], text: ' a' },
          { timestamp: [1, null], text: ' b' }
        ]
      }),
      await json({ task: 'transcribe', language: 'english', duration: 3.5, text: 'Only a text' })
    ]).toEqual([
      ['call: en', '  0-1.5 · "Hi"', '  1.5-2 · "there."'],
      ['call:', '  0.1-0.9 SPEAKER_00 "Yes"'],
      ['call:', '  0-1 · "listed"'],
      ['call: de', '  0-1.02 1 "Ja"'],
      ['! call.json Segment 2 has no start and end in numbers, so it was left out.', 'call:', '  0-1 · "a"'],
      ['call: 3.5 s, "Only a text"']
    ])
  })

  it('what is none of them is said', async () => {
    expect([
      await text('whisper', 'a.json', '{'),
      await json({ shapes: [] }),
      await json({ segments: [{ start: 2, end: 1, text: 'x' }, 7] })
    ]).toEqual([
      ['! a.json This is no JSON.'],
      ['! call.json This is no Whisper JSON: it has neither segments nor a text.'],
      [
        '! call.json Segment 1 has no length, so it was left out.',
        '! call.json Segment 2 has no start and end in numbers, so it was left out.'
      ]
    ])
  })
})

describe('manifests and tables of other programs', () => {
  it('NeMo: shuffled rows come together, rows without text give no answer, bad rows are said', async () => {
    const rows = [
      { audio_filepath: '/data/wavs/a.wav', offset: 2.5, duration: 1, text: 'two', speaker: 7 },
      { audio_filepath: 'b.wav', duration: 3.25, text: 'whole', lang: 'pl' },
      { audio_filepath: '/data/wavs/a.wav', offset: 0, duration: 2.5, text: 'one' },
      { audio_filepath: 'c.wav', duration: 1, text: '' },
      { audio_filepath: '/data/wavs/a.wav', offset: 9, text: 'no end' },
      { text: 'lost' }
    ]
    const manifest = `${rows.map(row => JSON.stringify(row)).join('\n')}\n{"broken\n`
    expect(await text('nemo', 'train.json', manifest)).toEqual([
      '! train.json:6 This row has no audio_filepath, so it was left out.',
      '! train.json:7 This line is not a JSON object, so it was left out.',
      '! train.json:5 This row has no duration, or is before the recording. It was left out.',
      '/data/wavs/a.wav:',
      '  2.5-3.5 7 "two"',
      '  0-2.5 · "one"',
      'b.wav: 3.25 s, pl, "whole"',
      'c.wav: no answer'
    ])
  })

  it('CSV and TSV: Common Voice, Praat’s table, Whisper’s TSV, audacity-like columns', async () => {
    expect([
      await text('csv', 'validated.tsv', 'client_id\tpath\tsentence\nx\tcv_1.mp3\t"Hi," she said\n'),
      await text('csv', 'x/call.csv', 'tmin,tier,text,tmax\n0.5,Ann,"a, b",1.25\n2,,x,1\nz,,x,1\n'),
      await text('csv', 'call.tsv', 'start\tend\ttext\n0\t1500\tHi\n1500\t2000\tthere\n'),
      await text(
        'csv',
        'all.csv',
        'File Name,Start Time (s),End Time (s),Speaker,Transcription\na.wav,0,1,S1,x\n,0,1,,y\n'
      )
    ]).toEqual([
      ['cv_1.mp3: "\\"Hi,\\" she said"'],
      [
        '! 3 It ends before it begins, or begins before 0. The row was left out.',
        '! 4 Its times are no numbers. The row was left out.',
        'x/call:',
        '  0.5-1.25 Ann "a, b"'
      ],
      ['call:', '  0-1.5 · "Hi"', '  1.5-2 · "there"'],
      ['! 3 This row names no recording, so it was left out.', 'a.wav:', '  0-1 S1 "x"']
    ])
  })

  it('audio folders: both tables, splits, and rows without a text or a name', async () => {
    const files = new Map([
      ['train/metadata.csv', 'file_name,transcription\na.wav,"one, two"\nb.wav,\n'],
      ['test/metadata.jsonl', '{"file_name":"c.wav","sentence":"three"}\n{"sentence":"four"}\n'],
      ['notes.csv', 'nothing,of,this\n']
    ])
    expect(await read('audiofolder', importFolder(files))).toEqual([
      'test/c.wav: "three"',
      '! test/metadata.jsonl:2 This row has no file name, so it was left out.',
      'train/a.wav: "one, two"',
      'train/b.wav: no answer'
    ])
  })

  it('a table is ours when it has recordings or times beside texts, and not when it is of something else', () => {
    const claims = (header: string) => importer('csv').claims?.([header])
    expect({
      ours: ['audio,text', 'start,end,text', 'path,sentence', 'audio_filepath\tduration\ttext'].map(claims),
      others: ['id,text,intent', 'path,text,label', 'image,label,xmin,ymin,xmax,ymax', 'audio,label'].map(
        claims
      )
    }).toEqual({ ours: [true, true, true, true], others: [false, false, false, false] })
  })
})
