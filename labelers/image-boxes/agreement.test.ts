import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../kit/labeler.ts'
import { agreementOf, compare } from './agreement.ts'
import { example } from './example.ts'
import { overlapOf } from './overlap.ts'
import type { Answer, Config, Geometry, Point } from './schema.ts'

const [item] = example.items
if (item === undefined) throw new Error('the example has no item')
const context: Context<Config> = { config: example.config, item, field: 'image', required: false }

const box = (x: number, y: number, width: number, height: number): Geometry => ({
  kind: 'box',
  x,
  y,
  width,
  height
})
const polygon = (...points: Point[]): Geometry => ({ kind: 'polygon', points })
const answer = (...shapes: readonly (readonly [string | null, Geometry])[]): Answer => ({
  image: { width: 640, height: 480 },
  shapes: shapes.map(([label, geometry], at) => ({ id: `b${at + 1}`, label, ...geometry }))
})

const whole = fc.integer({ min: 0, max: 12 })
const side = fc.integer({ min: 1, max: 8 })
const boxes = fc.tuple(whole, whole, side, side).map(([x, y, w, h]) => box(x, y, w, h))
const shapes: fc.Arbitrary<Geometry> = fc.oneof(
  boxes,
  fc
    .tuple(whole, whole, side, side, fc.integer({ min: 0, max: 359 }))
    .map(([x, y, width, height, rotation]) => ({ kind: 'rotated' as const, x, y, width, height, rotation })),
  fc.tuple(whole, whole).map(([x, y]) => ({ kind: 'point' as const, points: [[x, y] as Point] })),
  // A star around a centre never crosses itself, and is seldom convex.
  fc
    .tuple(whole, whole, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 9 }))
    .map(([x, y, rays]) =>
      polygon(
        ...rays.map((ray, at): Point => {
          const angle = (2 * Math.PI * at) / rays.length
          return [x + ray * Math.cos(angle), y + ray * Math.sin(angle)]
        })
      )
    )
)
const answers = fc
  .array(fc.tuple(fc.constantFrom('car', 'person', null), shapes), { maxLength: 8 })
  .map(all => answer(...all))

/** A box as the corners of a polygon. */
const outlined = (shape: Geometry): Geometry =>
  shape.kind === 'box'
    ? polygon(
        [shape.x, shape.y],
        [shape.x, shape.y + shape.height],
        [shape.x + shape.width, shape.y + shape.height],
        [shape.x + shape.width, shape.y]
      )
    : shape

describe('the overlap of two shapes', () => {
  it('is the same number for a box, a box turned by nothing, and a polygon of its corners', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        if (a.kind !== 'box' || b.kind !== 'box') return
        const expected = overlapOf(a, b)
        const turned: Geometry = { ...b, kind: 'rotated', rotation: 180 }
        for (const [one, other] of [
          [a, outlined(b)],
          [outlined(a), b],
          [outlined(a), outlined(b)],
          [a, turned],
          [turned, a],
          [outlined(a), turned]
        ] as const)
          expect(overlapOf(one, other)).toBeCloseTo(expected, 9)
      })
    )
  })

  it('is symmetric, from 0 to 1, and 1 with itself', () => {
    fc.assert(
      fc.property(shapes, shapes, (a, b) => {
        const overlap = overlapOf(a, b)
        expect(overlapOf(b, a)).toBeCloseTo(overlap, 9)
        expect(overlap).toBeGreaterThanOrEqual(0)
        expect(overlap).toBeLessThanOrEqual(1)
        if (a.kind !== 'point') expect(overlapOf(a, a)).toBeCloseTo(1, 9)
      })
    )
  })

  it('counts what lies inside two hollow shapes, and not what lies between their arms', () => {
    // A bracket open to the right, and the bar that would close it: they share two squares of the arms' ends.
    const bracket = polygon([0, 0], [6, 0], [6, 2], [2, 2], [2, 4], [6, 4], [6, 6], [0, 6])
    const bar = polygon([4, 0], [6, 0], [6, 6], [4, 6], [4, 5], [5, 3], [4, 1])
    expect([
      overlapOf(bracket, bar),
      overlapOf(bracket, box(2, 2, 4, 2)),
      overlapOf(bracket, box(0, 0, 6, 6))
    ]).toEqual([expect.closeTo(7.5 / (28 + 10 - 7.5), 9) as number, 0, expect.closeTo(28 / 36, 9) as number])
  })
})

describe('agreement of boxes', () => {
  it('is symmetric, from 0 to 1, and 1 for equal answers in another order', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const agreement = compare(a, b, context)
        expect(compare(b, a, context)).toBe(agreement)
        expect(agreement).toBeGreaterThanOrEqual(0)
        expect(agreement).toBeLessThanOrEqual(1)
        expect(compare(a, { ...a, shapes: a.shapes.toReversed() }, context)).toBe(1)
      })
    )
  })

  it('pairs as many shapes as it can, not greedily the best first', () => {
    // The middle box overlaps both of the others; taking the best pair first would leave one of them alone.
    const a = answer(['car', box(0, 0, 100, 10)], ['car', box(30, 0, 100, 10)])
    const b = answer(['car', box(28, 0, 100, 10)], ['car', box(58, 0, 100, 10)])
    expect(agreementOf(a, b, context)).toEqual({
      f1: 1,
      meanOverlap: expect.closeTo(72 / 128, 9) as number
    })
  })

  it('asks for the same label, for IoU 0.5, and for points within a hundredth of the diagonal', () => {
    const of = (label: string | null, geometry: Geometry) => answer([label, geometry])
    const dot = (x: number): Geometry => ({ kind: 'point', points: [[x, 100]] })
    expect([
      compare(of('car', box(0, 0, 10, 10)), of('person', box(0, 0, 10, 10)), context),
      compare(of(null, box(0, 0, 10, 10)), of(null, box(0, 0, 10, 10)), context),
      compare(of('car', box(0, 0, 10, 10)), of('car', box(0, 0, 10, 20)), context),
      compare(of('car', box(0, 0, 10, 10)), of('car', box(0, 0, 10, 20.1)), context),
      compare(of('car', dot(100)), of('car', dot(108)), context),
      compare(of('car', dot(100)), of('car', dot(108.1)), context)
    ]).toEqual([0, 1, 1, 0, 1, 0])
  })

  it('settles ten thousand shapes', () => {
    const many = answer(
      ...Array.from(
        { length: 10_000 },
        (_, at) => ['car', box((at % 100) * 6, Math.floor(at / 100) * 4, 8, 6)] as const
      )
    )
    const moved: Answer = {
      ...many,
      shapes: many.shapes.map(shape => (shape.kind === 'box' ? { ...shape, x: shape.x + 1 } : shape))
    }
    expect(compare(many, moved, context)).toBe(1)
  })
})
