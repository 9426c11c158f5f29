import { expect, test } from 'vitest'
import { seconds } from '../../kit/seconds.ts'
import type { Segment } from '../schema.ts'
import { commandOf } from './drag.ts'
import { edgeAt, edgeMoved } from './edges.ts'

const segment = (id: string, start: number, end: number): Segment => ({
  id,
  start: seconds(start),
  end: seconds(end),
  speaker: null,
  text: ''
})
const [first, second, third] = [segment('g1', 1, 2), segment('g2', 2.01, 3), segment('g3', 5, 6)]
const all = [first, second, third]

test('an edge is taken within reach, that of the segment in hand before the others', () => {
  const said = (time: number, preferred?: Segment) => {
    const edge = edgeAt(all, time, 0.1, preferred)
    return edge === undefined ? 'none' : `${edge.side} of ${edge.segment.id}`
  }
  expect([said(1.95), said(2.02), said(2.02, first), said(4), said(6.1)]).toEqual([
    'end of g1',
    'start of g2',
    'end of g1',
    'none',
    'end of g3'
  ])
})

test('an edge moves alone, or with that of the neighbour it touches, to whole milliseconds', () => {
  expect([
    edgeMoved(all, { segment: first, side: 'end' }, 1.80049, false),
    edgeMoved(all, { segment: second, side: 'start' }, 1.8, true),
    edgeMoved(all, { segment: third, side: 'start' }, -3, true)
  ]).toEqual([
    { type: 'segment.resize', id: 'g1', start: 1, end: 1.8 },
    { type: 'boundary.move', left: 'g1', right: 'g2', to: 1.8 },
    { type: 'segment.resize', id: 'g3', start: 0, end: 6 }
  ])
})

test('drawing makes a segment in either direction, and a click that trembles none', () => {
  const drawn = (from: number, to: number) => commandOf({ kind: 'new', from, to, speaker: 'a' }, all)
  expect([drawn(4.5, 3.5), drawn(4.5, 4.51)]).toEqual([
    { type: 'segment.add', segment: { start: 3.5, end: 4.5, speaker: 'a', text: '' } },
    undefined
  ])
})
