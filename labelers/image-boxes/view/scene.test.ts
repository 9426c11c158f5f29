import { expect, test } from 'vitest'
import type { Shape } from '../schema.ts'
import { placesInSight, sceneOf } from './scene.ts'

const box = (id: string, label: string | null, x: number, y: number): Shape => ({
  id,
  kind: 'box',
  label,
  x,
  y,
  width: 10,
  height: 20
})
const shapes: readonly Shape[] = [
  box('b1', 'car', 0, 0),
  box('b2', null, 100, 100),
  { id: 'p3', kind: 'polygon', label: 'car', points: [[50, 50], [90, 60], [60, 95]] }, // prettier-ignore
  box('b4', 'car', 30, 0)
]

test('shapes that share a label are drawn together, upright boxes as numbers, and those without one dashed', () => {
  const { batches } = sceneOf(shapes, label => (label === null ? '#ffffff' : '#7debd5'))
  expect(
    batches.map(batch => ({
      ...batch,
      boxes: [...batch.boxes],
      others: batch.others.map(shape => shape.id)
    }))
  ).toEqual([
    { colour: '#7debd5', dashed: false, boxes: [0, 0, 10, 20, 30, 0, 10, 20], others: ['p3'] },
    { colour: '#ffffff', dashed: true, boxes: [100, 100, 10, 20], others: [] }
  ])
})

test('a shape is in sight as soon as its edge is', () => {
  const scene = sceneOf(shapes, () => '#ffffff')
  const seen = (left: number, top: number, right: number, bottom: number) =>
    placesInSight(scene, { left, top, right, bottom }).map(place => shapes[place]?.id)
  expect([seen(0, 0, 200, 200), seen(10, 5, 30, 10), seen(11, 0, 29, 10), seen(91, 0, 100, 200)]).toEqual([
    ['b1', 'b2', 'p3', 'b4'],
    ['b1', 'b4'],
    [],
    ['b2']
  ])
})
