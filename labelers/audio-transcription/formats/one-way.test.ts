import { describe, expect, it } from 'vitest'
import type { Item } from '../../../schemas/item.ts'
import { labelSet } from '../../../schemas/label-set.ts'
import type { Exporter } from '../../kit/format.ts'
import { seconds } from '../../kit/seconds.ts'
import { exportAll } from '../../test/exchange.ts'
import { audioTranscription } from '../labeler.ts'
import type { Answer, Config } from '../schema.ts'
import { byBytes } from './byte-order.ts'
import { exporters } from './index.ts'
import { sharedOut } from './words-of-text.ts'

const config: Config = {
  ...audioTranscription.defaultConfig,
  labels: labelSet(['Nurse Ann', 'nurse ann', 'Zoë', 'nobody', '名前']),
  mode: 'both'
}

const item = (path: string, duration: number): Item => ({
  id: path,
  source: path,
  fingerprint: `sha256:${'0'.repeat(64)}`,
  fields: { audio: path },
  meta: {},
  media: { audio: { duration, sampleRate: 16_000, channels: 1 } }
})

type Said = readonly [start: number, end: number, label: number | null, text: string]

const answer = (...said: readonly Said[]): Answer => ({
  duration: null,
  segments: said.map(([start, end, label, text], at) => ({
    id: `g${at + 1}`,
    start: seconds(start),
    end: seconds(end),
    speaker: label === null ? null : (config.labels[label]?.id ?? null),
    text
  }))
})

const items = [item('b/call.wav', 5), item('a/call.wav', 2.5), item('a/B-2 é.wav', 3), item('a/none.wav', 1)]
const answers: readonly Answer[] = [
  answer([0, 1.5, 0, 'Hello  {there}'], [1, 2, 1, 'no\nno'], [2, 2.5, null, '<3 days'], [3, 4, 3, ' ']),
  { duration: null, segments: [], transcript: 'all of it' },
  answer([0.125, 1, 2, 'één'], [1, 2, 4, '名前']),
  { duration: null, segments: [], nothing: true }
]

async function exported(format: string) {
  const exporter = exporters.find(each => each.format === format) as Exporter<Config, Answer>
  const { files, drops, copies } = await exportAll({ exporter, config, items, answers })
  const said = drops.map(drop => `${drop.item}: ${drop.reason}`)
  return { files: Object.fromEntries(files), copies: Object.fromEntries(copies), said }
}

describe('a Kaldi directory', () => {
  it('is sorted by bytes, has a speaker before every utterance, and nothing empty', async () => {
    const { files, copies, said } = await exported('kaldi')
    expect({ ...files, copies, said }).toEqual({
      text: `Nurse_Ann-call-000001 Hello {there}
Zoe-B_2_e-000001 één
nobody-call-000003 <3 days
nobody-call_2-000001 all of it
nurse_ann_2-call-000002 no no
speaker-B_2_e-000002 名前
`,
      segments: `Nurse_Ann-call-000001 call 0 1.5
Zoe-B_2_e-000001 B_2_e 0.125 1
nobody-call-000003 call 2 2.5
nobody-call_2-000001 call_2 0 2.5
nurse_ann_2-call-000002 call 1 2
speaker-B_2_e-000002 B_2_e 1 2
`,
      utt2spk: `Nurse_Ann-call-000001 Nurse_Ann
Zoe-B_2_e-000001 Zoe
nobody-call-000003 nobody-call-000003
nobody-call_2-000001 nobody-call_2-000001
nurse_ann_2-call-000002 nurse_ann_2
speaker-B_2_e-000002 speaker
`,
      spk2utt: `Nurse_Ann Nurse_Ann-call-000001
Zoe Zoe-B_2_e-000001
nobody-call-000003 nobody-call-000003
nobody-call_2-000001 nobody-call_2-000001
nurse_ann_2 nurse_ann_2-call-000002
speaker speaker-B_2_e-000002
`,
      'wav.scp': `B_2_e audio/a/B-2 é.wav
call audio/b/call.wav
call_2 audio/a/call.wav
`,
      copies: {
        'audio/b/call.wav': 'b/call.wav',
        'audio/a/call.wav': 'a/call.wav',
        'audio/a/B-2 é.wav': 'a/B-2 é.wav'
      },
      said: [
        'b/call.wav: Segment g4 has no words, and Kaldi has no empty utterances.',
        'a/call.wav: The text of the whole recording went out as one segment: this format holds segments.',
        'a/none.wav: Nobody speaks in it, and Kaldi has no empty recordings.'
      ]
    })
  })

  it('has its utterances in the order of their speakers too, whatever they are called', async () => {
    const names = ['a', 'a_b', 'a.b', 'a-b', 'A', 'nobody', 'nobody-x', 'é', '0', '~', ' ']
    const named = { ...config, labels: labelSet(names) }
    const said = names.map((_, at): Said => [at, at + 1, at, 'word'])
    const segments = answer(...said).segments.map((segment, at) => ({
      ...segment,
      speaker: named.labels[at]?.id ?? null
    }))
    const exporter = exporters.find(each => each.format === 'kaldi') as Exporter<Config, Answer>
    const { files } = await exportAll({
      exporter,
      config: named,
      items: [item('r.wav', 30)],
      answers: [{ duration: null, segments: [...segments, ...answer([20, 21, null, 'word']).segments] }]
    })
    const rows = (files.get('utt2spk') ?? '')
      .trim()
      .split('\n')
      .map(line => line.split(' '))
    const column = (n: number) => rows.map(row => row[n] ?? '')
    expect([column(0), column(1)]).toEqual([[...column(0)].sort(byBytes), [...column(1)].sort(byBytes)])
    expect(new Set(column(0)).size).toBe(12)
  })
})

describe('STM and CTM', () => {
  it('are sorted by recording, channel and time; what overlaps is in a further channel', async () => {
    const [stm, ctm] = [await exported('stm'), await exported('ctm')]
    expect([stm.files['task.stm'], ctm.files['task.ctm'], stm.said]).toEqual([
      `B-2_e 1 Zoe 0.125 1 <o> één
B-2_e 1 speaker 1 2 <o> 名前
call 1 Nurse_Ann 0 1.5 <o> Hello there
call 1 nobody 2 2.5 <o> <3 days
call 1 nobody_2 3 4 <o> 
call 2 nurse_ann_2 1 2 <o> no no
call_2 1 nobody 0 2.5 <o> all of it
none 1 nobody 0 1 <o> 
`,
      `B-2_e 1 0.125 0.875 één
B-2_e 1 1 1 名前
call 1 0 0.75 Hello
call 1 0.75 0.75 there
call 1 2 0.167 <3
call 1 2.167 0.333 days
call 2 1 0.5 no
call 2 1.5 0.5 no
call_2 1 0 1.071 all
call_2 1 1.071 0.715 of
call_2 1 1.786 0.714 it
`,
      [
        'b/call.wav: The braces in the text of segment g1 were taken out: sclite reads alternatives in them.',
        'a/call.wav: The text of the whole recording went out as one segment: this format holds segments.'
      ]
    ])
  })

  it('words share the time of their segment, in order, to its very end', () => {
    expect(sharedOut(['a', 'bb', '名'], 1, 3)).toEqual([
      { word: 'a', start: 1, end: 1.5 },
      { word: 'bb', start: 1.5, end: 2.5 },
      { word: '名', start: 2.5, end: 3 }
    ])
    const crowded = sharedOut(
      Array.from({ length: 50 }, () => 'w'),
      0,
      0.001
    )
    expect(crowded.every(({ start, end }) => start < end)).toBe(true)
  })
})

describe('ELAN', () => {
  it('has slots in order of time, a tier for each speaker and ids once', async () => {
    const { files, copies } = await exported('eaf')
    const text = files['b/call.eaf'] ?? ''
    const values = (pattern: RegExp) => [...text.matchAll(pattern)].map(found => found[1])
    expect(await readableXml(text)).toBe(true)
    expect({
      slots: values(/TIME_SLOT_ID="(\w+)"/g).map((id, at) => `${id}=${values(/TIME_VALUE="(\d+)"/g)[at]}`),
      tiers: values(/TIER_ID="([^"]*)"/g),
      annotations: values(/ANNOTATION_ID="(\w+)"/g),
      from: values(/TIME_SLOT_REF1="(\w+)"/g),
      to: values(/TIME_SLOT_REF2="(\w+)"/g),
      said: values(/<ANNOTATION_VALUE>([^]*?)<\/ANNOTATION_VALUE>/g),
      media: values(/ MEDIA_URL="([^"]*)"/g),
      copies: copies['b/call.wav']
    }).toEqual({
      slots: ['ts1=0', 'ts2=1000', 'ts3=1500', 'ts4=2000', 'ts5=2000', 'ts6=2500', 'ts7=3000', 'ts8=4000'],
      tiers: ['Nurse Ann', 'nurse ann', 'transcription', 'nobody'],
      annotations: ['a1', 'a2', 'a3', 'a4'],
      from: ['ts1', 'ts2', 'ts5', 'ts7'],
      to: ['ts3', 'ts4', 'ts6', 'ts8'],
      said: ['Hello  {there}', 'no&#10;no', '&lt;3 days', '&#32;'],
      media: ['./call.wav'],
      copies: 'b/call.wav'
    })
  })
})

async function readableXml(text: string): Promise<boolean> {
  const { XMLValidator } = await import('fast-xml-parser')
  return XMLValidator.validate(text) === true
}

it('a file that cannot have the name of its recording is said', async () => {
  const exporter = exporters.find(each => each.format === 'srt') as Exporter<Config, Answer>
  const named = ['a.wav', 'A.mp3', 'b?.wav', 'c.d.wav', 'plain'].map(path => item(path, 5))
  const same = named.map(() => answer([0, 1, null, 'x']))
  const { files, drops } = await exportAll({ exporter, config, items: named, answers: same })
  expect([[...files.keys()], drops.map(drop => drop.item)]).toEqual([
    ['a.srt', 'A~2.srt', 'b_.srt', 'c.d.srt', 'plain.srt'],
    ['A.mp3', 'b?.wav']
  ])
})

it('bytes of UTF-8 are in the order of code points, which UTF-16 is not', () => {
  const names = ['a', 'Z', 'é', '\uffee', '😀', 'a-', 'a_', '']
  const byBuffer = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  expect([...names].sort(byBytes)).toEqual(byBuffer)
})
