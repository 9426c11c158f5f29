import type { Item } from '../../schemas/item.ts'
import { codePoint } from '../kit/offsets.ts'
import type { Example } from '../kit/example.ts'
import type { Answer, Command, Config, Span } from './schema.ts'

const config: Config = {
  granularity: 'word',
  overlap: 'nested',
  labels: [
    { id: 'person', name: 'Person', key: 'p', exportIndex: 0 },
    { id: 'place', name: 'Place', exportIndex: 1 },
    { id: 'organisation', name: 'Organisation', key: 'o', exportIndex: 2 },
    { id: 'period', name: 'Period', exportIndex: 3, retired: true }
  ]
}

const item = (id: string, text: string, fingerprint: string): Item => ({
  id,
  source: 'data/museums.jsonl',
  fingerprint: `sha256:${fingerprint.repeat(64)}`,
  fields: { text },
  meta: {}
})

const span = (id: string, start: number, end: number, label: string, text: string): Span => ({
  id,
  start: codePoint(start),
  end: codePoint(end),
  label,
  text
})

const items: readonly Item[] = [
  item('museum-1', 'Ana Lima runs the Museum of Lisbon 🏛️ since May.', 'a'),
  item('museum-2', 'متحف القاهرة opened; 東京国立博物館 lent 40 pieces.', 'b'),
  item('museum-3', 'Closed on Mondays.', 'c')
]

const answers: readonly Answer[] = [
  {
    offsetUnit: 'codepoint',
    spans: [
      span('s1', 0, 8, 'person', 'Ana Lima'),
      span('s2', 18, 34, 'organisation', 'Museum of Lisbon'),
      span('s3', 28, 34, 'place', 'Lisbon')
    ]
  },
  {
    offsetUnit: 'codepoint',
    spans: [
      span('s2', 0, 12, 'organisation', 'متحف القاهرة'),
      span('s3', 5, 12, 'place', 'القاهرة'),
      span('s1', 21, 28, 'organisation', '東京国立博物館')
    ]
  },
  { offsetUnit: 'codepoint', spans: [] }
]

const at = (start: number, end: number) => ({ start: codePoint(start), end: codePoint(end) })

const commands: readonly Command[] = [
  { type: 'span.add', ...at(0, 3), label: 'person' },
  { type: 'span.resize', id: 's1', ...at(0, 8) },
  { type: 'span.add', ...at(18, 34), label: 'organisation' },
  { type: 'span.add', ...at(28, 34), label: 'person' },
  { type: 'span.relabel', id: 's3', label: 'place' },
  { type: 'span.add', ...at(30, 40), label: 'place' },
  { type: 'spans.add', extents: [at(9, 13), at(14, 17), at(44, 47)], label: 'organisation' },
  { type: 'span.remove', id: 's4' },
  { type: 'span.remove', id: 's4' }
]

export const example: Example<Config, Answer, Command> = { config, items, answers, commands }
