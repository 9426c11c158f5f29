import { describe, expect, it } from 'vitest'
import type { Context } from '../kit/labeler.ts'
import { seconds } from '../kit/seconds.ts'
import { checkConfig } from './check-config.ts'
import { check } from './check.ts'
import { example } from './example.ts'
import { findingsInText, mended } from './findings.ts'
import { keys } from './keys.ts'
import { audioTranscription } from './labeler.ts'
import { markTyped } from './marks.ts'
import type { Answer, Config, Segment, TextRules } from './schema.ts'
import { spelledNumber } from './spelled-numbers.ts'

const [item] = example.items
if (item === undefined) throw new Error('the example has no item')
const context: Context<Config> = { config: example.config, item, field: 'audio', required: true }
const segment = (id: string, start: number, end: number, more: Partial<Segment> = {}): Segment => ({
  id,
  start: seconds(start),
  end: seconds(end),
  speaker: 'nurse',
  text: 'Right.',
  ...more
})
const answerOf = (...segments: Segment[]): Answer => ({ duration: seconds(12.6), segments })
const said = (answer: Answer, config: Partial<Config> = {}) =>
  check(answer, { ...context, config: { ...example.config, ...config } }).map(
    ({ path, message }) => `${path ?? ''}: ${message}`
  )

const rules = (more: Partial<TextRules> = {}): { readonly rules: TextRules } => ({
  rules: { empty: true, spaces: true, ...more }
})

describe('what keeps a transcription from being complete', () => {
  it('is nothing written and nothing said, where an answer is required', () => {
    const empty: Answer = { duration: null, segments: [] }
    expect([
      said(empty),
      said(empty, { mode: 'whole' }),
      said({ ...empty, nothing: true }),
      said({ ...empty, transcript: 'Hello.' }, { mode: 'whole' }),
      said({ ...empty, transcript: ' ' }, { mode: 'both', rules: { empty: true, spaces: false } }),
      check(empty, { ...context, required: false })
    ]).toEqual([
      ['/segments: Nothing is written yet.'],
      ['/transcript: Nothing is written yet.'],
      [],
      [],
      ['/segments: Nothing is written yet.'],
      []
    ])
  })

  it('is each time, speaker and kind that cannot be, at its place', () => {
    expect(
      said(
        answerOf(
          segment('g1', 0, 1, { speaker: null }),
          segment('g2', 1, 2, { speaker: null, text: '[noise] ' }),
          segment('g3', 2, 3, { speaker: null, kind: 'music', text: 'La la.' }),
          segment('g3', 3, 4, { speaker: 'ghost' }),
          segment('g5', 5, 5, { kind: 'rain' }),
          segment('g6', 7, 12.602),
          segment('g7', 4, 5)
        ),
        { rules: { empty: true, spaces: false } }
      )
    ).toEqual([
      '/segments: The segments are not in order of time.',
      '/segments/3/id: Two segments have the id "g3".',
      '/segments/0/speaker: Segment 1: nobody is named as its speaker.',
      '/segments/3/speaker: Segment 4: it names the speaker "ghost", whom this task does not have.',
      '/segments/4/end: Segment 5: it ends before it starts.',
      '/segments/4/kind: Segment 5: it is of the kind "rain", which this task does not have.',
      '/segments/5/end: Segment 6: it ends behind the recording, which is 12.6 s long.'
    ])
  })

  it('is an overlap that the policy forbids', () => {
    const answer = answerOf(
      segment('g1', 0, 3),
      segment('g2', 1, 2, { speaker: 'caller' }),
      segment('g3', 2.5, 4),
      segment('g4', 4, 5)
    )
    expect([
      said(answer, { overlap: 'none' }),
      said(answer, { overlap: 'speakers' }),
      said(answer, { overlap: 'any' })
    ]).toEqual([
      [
        '/segments/1/start: Segment 2: it overlaps segment 1 (Nurse); this task allows no overlap.',
        '/segments/2/start: Segment 3: it overlaps segment 1 (Nurse); this task allows no overlap.'
      ],
      [
        '/segments/2/start: Segment 3: it overlaps segment 1 (Nurse); only different speakers may speak at the same time.'
      ],
      []
    ])
  })

  it('is another recording, and two answers in one', () => {
    expect([
      said({ ...answerOf(segment('g1', 0, 1)), duration: seconds(11), nothing: true }),
      said({ ...answerOf(segment('g1', 0, 1)), duration: seconds(12.56) })
    ]).toEqual([
      [
        '/nothing: It says that nobody speaks, and there is something written.',
        '/duration: The recording was 11 s long when this was transcribed, and is 12.6 s now.'
      ],
      []
    ])
  })

  it('is each rule of the team that a segment breaks, once', () => {
    const letters = { classes: ['letters', 'spaces', 'punctuation'] as const, characters: '°' }
    expect(
      said(
        answerOf(
          segment('g1', 0, 4, { text: '' }),
          segment('g2', 4, 4.1, { text: 'No, no swelling.' }),
          segment('g3', 5, 6, { text: ' Yes,  it is ' }),
          segment('g4', 6, 8, { text: 'It was 38.2° and 7, €home [noise] 3rd' }),
          segment('g5', 8, 8.0005),
          segment('g6', 9, 11, { text: 'tab\there' }),
          segment('g7', 11, 12, { text: '', kind: 'music' })
        ),
        rules({
          maxSegment: 3.9,
          minSegment: 0.1,
          maxCharactersPerSecond: 25,
          allowed: { ...letters, classes: [...letters.classes] }
        })
      )
    ).toEqual([
      '/segments/0/text: Segment 1: it is 4 s long; at most 3.9 s is allowed.',
      '/segments/0/text: Segment 1: it has no text.',
      '/segments/1/text: Segment 2: it has 161 characters a second, and nobody says more than 25: its times or its text are wrong.',
      '/segments/2/text: Segment 3: there is a blank before the text, and 2 more like it.',
      '/segments/3/text: Segment 4: write “38.2” as it is said, and 2 more like it.',
      '/segments/3/text: Segment 4: “€” is not allowed in the text.',
      '/segments/4/text: Segment 5: it is 0.001 s long; at least 0.1 s is wanted.',
      '/segments/4/text: Segment 5: it has 12000 characters a second, and nobody says more than 25: its times or its text are wrong.'
    ])
  })

  it('is what the transcript of the whole breaks', () => {
    expect(
      said(
        { duration: null, segments: [], transcript: 'Hello,  you \u{1F600}.' },
        {
          mode: 'whole',
          ...rules({ allowed: { classes: ['letters', 'punctuation'], characters: ' ' } })
        }
      )
    ).toEqual([
      '/transcript: There are two blanks in a row.',
      '/transcript: “😀” is not allowed in the text.'
    ])
  })
})

describe('a finding in a text', () => {
  const config = (language: string): Config => ({
    ...example.config,
    ...rules({ allowed: { classes: ['letters', 'spaces', 'punctuation'], characters: '' } }),
    language
  })
  const found = (text: string, language = 'en') =>
    findingsInText(text, config(language)).map(
      ({ at, message, mend }) =>
        `${at?.start ?? ''}-${at?.end ?? ''} ${message}${mend === undefined ? '' : ` [${mend}]`}`
    )

  it('says where it is in code points, and what could stand there', () => {
    expect([
      found('No 🩺  38 of 1,250.5 in 1999', 'en-GB'),
      found('007, 5-1, £5, 3rd, 12% and 100.'),
      found('38 Grad', 'de'),
      found('a\u0007b\u00A0 c', 'de'),
      found('So.\n\nAnd  then.  \nWell.')
    ]).toEqual([
      [
        '3-4 “🩺” is not allowed in the text.',
        '4-6 There are two blanks in a row. [ ]',
        '6-8 Write “38” as it is said: “thirty-eight”. [thirty-eight]',
        '12-19 Write “1,250.5” as it is said: “one thousand two hundred and fifty point five”. [one thousand two hundred and fifty point five]',
        '23-27 Write “1999” as it is said.'
      ],
      [
        '0-3 Write “007” as it is said.',
        '5-6 Write “5” as it is said.',
        '7-8 Write “1” as it is said.',
        '10-11 “£” is not allowed in the text.',
        '11-12 Write “5” as it is said.',
        '14-15 Write “3” as it is said.',
        '19-21 Write “12” as it is said.',
        '27-30 Write “100” as it is said: “one hundred”. [one hundred]'
      ],
      ['0-2 Write “38” as it is said.'],
      ['1-2 U+0007 is not allowed in the text.', '3-5 There are two blanks in a row. [ ]'],
      ['8-10 There are two blanks in a row. [ ]', '15-17 There are two blanks in a row. [ ]']
    ])
  })

  it('offers a number as it is said only where it is said in one way', () => {
    const said = (written: string, language: string) => spelledNumber(written, language) ?? null
    expect([
      ['0', '20', '100', '999,999', '0.05', '21'].map(written => said(written, 'en')),
      ['101', '12,040', '350,999'].map(written => said(written, 'en-Latn-GB')),
      ['101', '12,040'].map(written => said(written, 'en-US')),
      ['101', '2,040', '1999', '007', '1000000', '1,00', ''].map(written => said(written, 'en'))
    ]).toEqual([
      ['zero', 'twenty', 'one hundred', null, 'zero point zero five', 'twenty-one'],
      [
        'one hundred and one',
        'twelve thousand and forty',
        'three hundred and fifty thousand nine hundred and ninety-nine'
      ],
      ['one hundred one', 'twelve thousand forty'],
      [null, null, null, null, null, null, null]
    ])
  })

  it('is gone where what it offers is taken', () => {
    let text = '  It was 38,  or 12.5 🩺 at 9 '
    for (let steps = 0; steps < 9; steps++) {
      const next = findingsInText(text, config('en-GB')).find(({ mend }) => mend !== undefined)
      if (next === undefined) break
      text = mended(text, next)
    }
    expect(text).toBe('It was thirty-eight, or twelve point five 🩺 at nine')
  })
})

describe('the config of a transcription', () => {
  it('says what nobody could type or tell apart', () => {
    const config: Config = {
      ...example.config,
      labels: [
        { id: 'a', name: 'A', exportIndex: 0 },
        { id: 'a', name: 'B', exportIndex: 1 }
      ],
      kinds: [{ id: 'm', name: 'Music', key: 'j', exportIndex: 0 }],
      marks: [
        { text: '[noise]', name: 'Noise', key: 'n' },
        { text: '[noise]', name: 'Again', key: 'n' },
        { text: '[x] ', name: 'X', key: 'xx' }
      ],
      rules: { ...example.config.rules, minSegment: 40 }
    }
    expect(checkConfig(config).map(({ path, message }) => `${path ?? ''}: ${message}`)).toEqual([
      '/labels/1/id: The id "a" is used twice; every label needs its own.',
      '/kinds/0/key: The key J of "Music" belongs to the tools of this task; choose another.',
      '/marks/1/text: The mark "[noise]" is there twice.',
      '/marks/1/key: The key n is used by "Noise" and by "Again".',
      '/marks/2/text: The mark "[x] " of "X" has a blank at an end.',
      '/marks/2/key: The key "xx" of "X" must be one character.',
      '/rules/minSegment: No segment can be at least 40 s and at most 30 s long.'
    ])
  })

  it('gives speakers Alt and a digit, kinds a digit, and marks a semicolon and their key', () => {
    const shown = keys(example.config)
      .filter(({ group }) => ['Speakers', 'Kinds', 'Marks'].includes(group))
      .map(({ id, title, keys }) => `${id} ${title}: ${keys.join(' ')}`)
    const { marks } = example.config
    expect([
      shown,
      ['so ;n', ';u', 'a;n', 'so ;x', ''].map(text => markTyped(text, marks)?.text ?? null),
      audioTranscription.summary(
        answerOf(segment('g1', 0, 1), segment('g2', 1, 2, { text: ' ' })),
        example.config
      )
    ]).toEqual([
      [
        'speaker.apply:nurse Nurse: Alt+1',
        'speaker.apply:caller Caller: Alt+W Alt+2',
        'speaker.apply:child Child: Alt+3',
        'kind.apply:music Music: 1 Ctrl+Shift+1',
        'kind.apply:phone Phone: H 2 Ctrl+Shift+2',
        'mark.type:0 Noise: [noise]: ',
        'mark.type:1 Unclear: [unclear]: ',
        'speaker.none Nobody named: Alt+Backspace'
      ],
      ['[noise]', '[unclear]', null, null, null],
      '1 of 2 written'
    ])
  })
})
