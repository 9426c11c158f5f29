import type { Item } from '../../schemas/item.ts'
import type { Example } from '../kit/example.ts'
import { type Seconds, seconds } from '../kit/seconds.ts'
import type { Answer, Command, Config, NewSegment, Segment } from './schema.ts'

const config: Config = {
  labels: [
    { id: 'nurse', name: 'Nurse', exportIndex: 0 },
    { id: 'caller', name: 'Caller', key: 'w', exportIndex: 1 },
    { id: 'child', name: 'Child', exportIndex: 2 },
    { id: 'operator', name: 'Operator', exportIndex: 3, retired: true }
  ],
  kinds: [
    { id: 'music', name: 'Music', exportIndex: 0 },
    { id: 'phone', name: 'Phone', key: 'h', exportIndex: 1 }
  ],
  mode: 'both',
  overlap: 'speakers',
  marks: [
    { text: '[noise]', name: 'Noise', key: 'n' },
    { text: '[unclear]', name: 'Unclear', key: 'u' }
  ],
  rules: { empty: false, spaces: true, maxSegment: 30 },
  language: 'en-GB'
}

const item = (name: string, fingerprint: string, duration: number): Item => ({
  id: `data/${name}`,
  source: `data/${name}`,
  fingerprint: `sha256:${fingerprint.repeat(64)}`,
  fields: { audio: `data/${name}` },
  meta: {},
  media: { audio: { duration, sampleRate: 16_000, channels: 1 } }
})

const items: readonly Item[] = [
  item('call-0226.wav', 'a', 12.6),
  item('ward 3/call-0226.wav', 'b', 4.0005),
  item('hold music.wav', 'c', 19),
  item('voicemail.wav', 'd', 7.25)
]

const segment = (
  id: string,
  start: number,
  end: number,
  speaker: string | null,
  text: string,
  kind?: string
): Segment => ({
  id,
  start: seconds(start),
  end: seconds(end),
  speaker,
  ...(kind === undefined ? {} : { kind }),
  text
})

const answers: readonly Answer[] = [
  {
    duration: seconds(12.6),
    segments: [
      segment('g1', 0, 2.34, 'nurse', 'Okay. Any swelling around her lips?'),
      segment('g3', 2.1, 6.205, 'caller', 'No, no swelling — just “itchy” & red <3 days.'),
      segment('g2', 6.205, 6.9, 'nurse', 'Right.'),
      segment('g4', 7, 12.6, 'caller', 'متى يمكنني الحضور؟ 🩺 [noise]')
    ]
  },
  {
    duration: seconds(4.0005),
    segments: [segment('g1', 0.001, 4.0005, 'child', 'Hello?')],
    transcript: 'Hello?'
  },
  { duration: null, segments: [], nothing: true },
  { duration: seconds(7.25), segments: [], transcript: 'Please call me back, it is about Tuesday.' }
]

const fresh = (start: number, end: number, speaker: string | null, text = '', kind?: string): NewSegment => ({
  start: seconds(start),
  end: seconds(end),
  speaker,
  ...(kind === undefined ? {} : { kind }),
  text
})

const s = (value: number): Seconds => seconds(value)

const commands: readonly Command[] = [
  { type: 'nothing.toggle' },
  { type: 'segment.add', segment: fresh(1, 4.5, 'nurse') },
  { type: 'segment.text', id: 'g1', text: 'Okay. And is she still taking it?' },
  { type: 'segments.add', segments: [fresh(4, 6, null), fresh(6.2, 9, 'caller'), fresh(11, 14, null)] },
  { type: 'segment.split', id: 'g1', at: s(2.25), textAt: 5 },
  { type: 'segment.resize', id: 'g5', start: s(2.25), end: s(8) },
  { type: 'boundary.move', left: 'g1', right: 'g5', to: s(2) },
  { type: 'segments.speaker', ids: ['g2', 'g4'], speaker: 'child' },
  { type: 'segments.speaker', ids: ['g3'], speaker: 'nurse' },
  { type: 'segments.kind', ids: ['g4'], kind: 'music' },
  { type: 'segments.merge', ids: ['g1', 'g5'] },
  { type: 'segments.merge', ids: ['g1', 'g4'] },
  { type: 'transcript.set', text: 'Okay.  And is she still taking it? ' },
  { type: 'segments.remove', ids: ['g2', 'g3'] },
  { type: 'segments.replace', segments: [fresh(0, 3, 'child', 'Hello?', 'phone'), fresh(2, 5, 'child')] },
  { type: 'transcript.set', text: '' },
  { type: 'segments.remove', ids: ['g2'] }
]

export const example: Example<Config, Answer, Command> = {
  config,
  fields: [{ id: 'audio', kind: 'audio' }],
  items,
  answers,
  commands
}
