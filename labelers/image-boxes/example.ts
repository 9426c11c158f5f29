import type { Item } from '../../schemas/item.ts'
import type { Example } from '../kit/example.ts'
import type { Answer, Command, Config } from './schema.ts'

const config: Config = {
  labels: [
    { id: 'person', name: 'Person', key: 'j', exportIndex: 0 },
    { id: 'car', name: 'Car', exportIndex: 1 },
    { id: 'sign', name: 'Sign', exportIndex: 2 },
    { id: 'tram', name: 'Tram', exportIndex: 3, retired: true }
  ],
  shapes: ['box', 'rotated', 'polygon', 'point'],
  minSize: 3,
  attributes: [
    { id: 'parked', name: 'Parked', kind: 'boolean', labels: ['car'], default: false },
    { id: 'hidden', name: 'Hidden part', kind: 'choice', values: ['None', 'Some', 'Most'] },
    { id: 'plate', name: 'Plate', kind: 'text', labels: ['car'] },
    { id: 'metres', name: 'Distance in metres', kind: 'number' }
  ]
}

const item = (name: string, fingerprint: string, width: number, height: number): Item => ({
  id: `data/${name}`,
  source: `data/${name}`,
  fingerprint: `sha256:${fingerprint.repeat(64)}`,
  fields: { image: `data/${name}` },
  meta: {},
  media: { image: { width, height } }
})

const items: readonly Item[] = [
  item('corner.png', 'a', 640, 480),
  item('north/corner.png', 'b', 333, 217),
  item('empty road.jpg', 'c', 1600, 1000)
]

const answers: readonly Answer[] = [
  {
    image: { width: 640, height: 480 },
    shapes: [
      { id: 'b1', kind: 'box', label: 'car', x: 0, y: 100, width: 640, height: 380 },
      { id: 'b3', kind: 'box', label: 'person', x: 33, y: 17, width: 41, height: 99 },
      { id: 'b2', kind: 'box', label: 'sign', x: 600.25, y: 0.1, width: 39.75, height: 0.7 }
    ]
  },
  {
    image: { width: 333, height: 217 },
    shapes: [
      { id: 'b1', kind: 'box', label: 'sign', x: 1, y: 2, width: 3, height: 5 },
      { id: 'b2', kind: 'box', label: 'sign', x: 1, y: 2, width: 3, height: 5 },
      { id: 'b3', kind: 'rotated', label: 'car', x: 100, y: 80, width: 90, height: 31, rotation: 33 },
      {
        id: 'b4',
        kind: 'polygon',
        label: 'person',
        points: [
          [10, 10],
          [60.5, 20],
          [30, 90.25],
          [12, 60]
        ]
      },
      { id: 'b5', kind: 'point', label: 'sign', points: [[200, 100.5]] }
    ]
  },
  { image: { width: 1600, height: 1000 }, nothing: true, shapes: [] }
]

const commands: readonly Command[] = [
  {
    type: 'shape.add',
    shape: { kind: 'box', x: -20, y: 10, width: 120, height: 80, label: 'car' }
  },
  { type: 'shape.add', shape: { kind: 'box', x: 300, y: 200, width: 40, height: 30, label: null } },
  { type: 'shape.resize', id: 'b1', x: 10, y: 10, width: 700, height: -60 },
  { type: 'shapes.relabel', ids: ['b2'], label: 'sign' },
  { type: 'shapes.move', ids: ['b1', 'b2'], dx: 5, dy: 400 },
  { type: 'shapes.attribute', ids: ['b1'], attribute: 'parked', value: true },
  {
    type: 'shapes.add',
    shapes: [
      { kind: 'rotated', x: 600, y: 440, width: 60, height: 20, rotation: 45, label: 'car' },
      { kind: 'point', points: [[320, 240]], label: 'person' }
    ]
  },
  {
    type: 'shape.add',
    shape: {
      kind: 'polygon',
      points: [
        [5, 5],
        [80, 9],
        [40, 70]
      ],
      label: 'person'
    }
  },
  {
    type: 'shape.points',
    id: 'b5',
    points: [
      [5, 5],
      [90, 9],
      [40, 700]
    ]
  },
  { type: 'shape.rotate', id: 'b3', rotation: -30 },
  { type: 'shapes.order', ids: ['b1'], to: 'front' },
  { type: 'shapes.order', ids: ['b5'], to: 'backward' },
  { type: 'shapes.lock', ids: ['b4'], locked: true },
  { type: 'shapes.move', ids: ['b4'], dx: 9, dy: 9 },
  { type: 'shapes.remove', ids: ['b4', 'b5'] },
  { type: 'shapes.remove', ids: ['b5'] },
  { type: 'nothing.toggle' }
]

export const example: Example<Config, Answer, Command> = { config, items, answers, commands }
