import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoxShape, Point, PolygonShape } from '../schema.ts'
import { commandOf, type Gesture } from './gesture.ts'
import { dragged, placed } from './placing.ts'

const image = { width: 640, height: 480 }
const box: BoxShape = { id: 'b1', kind: 'box', label: 'car', x: 100, y: 100, width: 50, height: 40 }
const triangle: PolygonShape = {
  id: 'b2',
  kind: 'polygon',
  label: null,
  points: [
    [0, 0],
    [10, 0],
    [10, 10]
  ]
}
const told = (gesture: Gesture) => JSON.stringify(commandOf(gesture, 'car', image, 5) ?? null)

describe('what a gesture does when it ends', () => {
  it('draws from either corner, and nothing without a size', () => {
    const draw = (from: Point, to: Point) => told({ kind: 'draw', shape: 'box', from, to })
    expect([draw([30, 40], [10, 10]), draw([30, 40], [30, 90])]).toEqual([
      '{"type":"shape.add","shape":{"kind":"box","x":10,"y":10,"width":20,"height":30,"label":"car"}}',
      'null'
    ])
  })

  it('needs three corners for a polygon', () => {
    const points: readonly Point[] = [
      [1, 1],
      [9, 1],
      [9, 9]
    ]
    const drawn = [points.slice(0, 2), points].map(points => told({ kind: 'polygon', points, to: [0, 0] }))
    expect(drawn).toEqual([
      'null',
      '{"type":"shape.add","shape":{"kind":"polygon","points":[[1,1],[9,1],[9,9]],"label":"car"}}'
    ])
  })

  it('moves by whole pixels, to the edge when it is near, and not at all when it comes back', () => {
    const move = (to: Point) => told({ kind: 'move', shapes: [box], from: [110, 110], to })
    expect([move([120.4, 109.6]), move([13, 110]), move([110, 110])]).toEqual([
      '{"type":"shapes.move","ids":["b1"],"dx":10,"dy":0}',
      '{"type":"shapes.move","ids":["b1"],"dx":-100,"dy":0}',
      'null'
    ])
  })

  it('sizes by the side that was taken, turns, and puts corners in', () => {
    expect([
      told({ kind: 'resize', shape: box, side: { x: 1, y: 0 }, to: [200, 300] }),
      told({
        kind: 'turn',
        shape: { ...box, kind: 'rotated', rotation: 0 },
        to: [300, 120],
        inSteps: false
      }),
      told({ kind: 'corner', shape: triangle, index: 0, isNew: true, to: [5, 5] }),
      told({ kind: 'corner', shape: triangle, index: 2, isNew: false, to: [5, 5] }),
      told({ kind: 'marquee', from: [0, 0], to: [9, 9], adding: false })
    ]).toEqual([
      '{"type":"shape.resize","id":"b1","x":100,"y":100,"width":100,"height":40}',
      '{"type":"shape.rotate","id":"b1","rotation":90}',
      '{"type":"shape.points","id":"b2","points":[[0,0],[5,5],[10,0],[10,10]]}',
      '{"type":"shape.points","id":"b2","points":[[0,0],[10,0],[5,5]]}',
      'null'
    ])
  })
})

describe('a place for what is drawn by hand', () => {
  const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true })

  it('is a whole pixel inside the image, and stays where it is when placed again', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 0, max: 20, noNaN: true }), (x, y, reach) => {
        const [toX, toY] = placed([x, y], image, reach)
        const inside = toX >= 0 && toX <= image.width && toY >= 0 && toY <= image.height
        expect([Number.isInteger(toX), Number.isInteger(toY), inside]).toEqual([true, true, true])
        expect(placed([toX, toY], image, reach)).toEqual([toX, toY])
      })
    )
  })

  it('is at the edge when it is close to it', () => {
    expect([placed([4, 240], image, 5), placed([636, 476], image, 5), placed([6, 6], image, 5)]).toEqual([
      [0, 240],
      [640, 480],
      [6, 6]
    ])
  })

  it('does not pull a shape to an edge along the way it is not dragged', () => {
    const near: BoxShape = { ...box, y: 3 }
    expect(dragged([near], [0, 0], [20, 0], image, 5)).toEqual({ dx: 20, dy: 0 })
  })
})
