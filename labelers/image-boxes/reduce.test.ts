import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validate } from '../../schemas/validate.ts'
import type { Context } from '../kit/labeler.ts'
import { example } from './example.ts'
import { areaOf, extentOf } from './geometry.ts'
import { reduce } from './reduce.ts'
import { type Answer, answerSchema, type Command, type Config, type NewShape, type Shape } from './schema.ts'
import { isWithin, ROUNDING } from './within-image.ts'

const [item = raise()] = example.items
const context: Context<Config> = { config: example.config, item, field: 'image', required: false }
const size = { width: 640, height: 480 }
const empty: Answer = { image: null, shapes: [] }

function raise(): never {
  throw new Error('the example has no item')
}

const ids = fc.array(fc.constantFrom('b1', 'b2', 'b3', 'b4', 'b99'), { minLength: 1, maxLength: 3 })
const id = fc.constantFrom('b1', 'b2', 'b3', 'b4')
const place = fc.oneof(
  fc.integer({ min: -1000, max: 1500 }),
  fc.double({ min: -1e6, max: 1e6 }),
  fc.constantFrom(0, -0, 640, 480, Infinity, NaN, 1e308, 5e-324)
)
const label = fc.constantFrom('person', 'car', 'tram', 'unknown', null)
const frame = { x: place, y: place, width: place, height: place }
const points = (least: number, most: number) =>
  fc.array(fc.tuple(place, place), { minLength: least, maxLength: most })
const newShape: fc.Arbitrary<NewShape> = fc.oneof(
  fc.record({ kind: fc.constant('box' as const), label, ...frame }),
  fc.record({ kind: fc.constant('rotated' as const), label, ...frame, rotation: place }),
  fc.record({ kind: fc.constant('polygon' as const), label, points: points(0, 5) }),
  fc.record({ kind: fc.constant('point' as const), label, points: points(0, 2) })
)
const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('shape.add' as const), shape: newShape }),
  fc.record({ type: fc.constant('shapes.add' as const), shapes: fc.array(newShape, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('shapes.move' as const), ids, dx: place, dy: place }),
  fc.record({ type: fc.constant('shape.resize' as const), id, ...frame }),
  fc.record({ type: fc.constant('shape.points' as const), id, points: points(0, 5) }),
  fc.record({ type: fc.constant('shape.rotate' as const), id, rotation: place }),
  fc.record({ type: fc.constant('shapes.relabel' as const), ids, label }),
  fc.record({ type: fc.constant('shapes.remove' as const), ids }),
  fc.record({
    type: fc.constant('shapes.order' as const),
    ids,
    to: fc.constantFrom('front', 'back', 'forward', 'backward')
  }),
  fc.record({
    type: fc.constant('shapes.attribute' as const),
    ids,
    attribute: fc.constantFrom('parked', 'hidden', 'plate', 'metres', '__proto__'),
    value: fc.constantFrom(true, 'Some', '', 3, NaN, null)
  }),
  fc.record({ type: fc.constant('shapes.lock' as const), ids, locked: fc.boolean() }),
  fc.constant({ type: 'nothing.toggle' as const })
)

const run = (walk: readonly Command[], from: Answer = empty): Answer =>
  walk.reduce((answer, command) => reduce(answer, command, context), from)

const box = (id: string, x: number, y: number, width: number, height: number, more: object = {}): Shape => ({
  id,
  kind: 'box',
  label: 'person',
  x,
  y,
  width,
  height,
  ...more
})
const withBoxes = (...shapes: Shape[]): Answer => ({ image: size, shapes })

describe('an answer of boxes', () => {
  it('never holds a shape outside the image, too small, without area or with numbers that are none', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 30 }), walk => {
        const answer = run(walk)
        expect(validate(answerSchema, answer)).toEqual([])
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
        expect(answer.shapes.filter(shape => !isWithin(extentOf(shape), size))).toEqual([])
        for (const shape of answer.shapes) {
          if (shape.kind === 'polygon') expect(areaOf(shape)).toBeGreaterThan(0)
          if (shape.kind !== 'box' && shape.kind !== 'rotated') continue
          expect(Math.min(shape.width, shape.height)).toBeGreaterThanOrEqual(3 - ROUNDING)
        }
        const used = answer.shapes.map(shape => shape.id)
        expect(new Set(used).size).toBe(used.length)
        expect(answer.nothing === true && used.length > 0).toBe(false)
      }),
      { numRuns: 2000 }
    )
  })

  it('brings a turned box into the image from where numbers are further apart than it is wide', () => {
    const shape = { kind: 'rotated', label: 'car', x: 1e308, y: 1e17, width: 20, height: 9, rotation: 45 }
    const { shapes } = run([{ type: 'shape.add', shape } as Command])
    expect(shapes.map(each => isWithin(extentOf(each), size))).toEqual([true])
  })

  it('returns the same object when nothing changed', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 20 }), walk => {
        const answer = run(walk)
        for (const command of walk) {
          const next = reduce(answer, command, context)
          if (JSON.stringify(next) === JSON.stringify(answer)) expect(next).toBe(answer)
        }
      })
    )
  })

  it('leaves locked shapes where and as they are, whatever is done', () => {
    fc.assert(
      fc.property(
        fc.array(commands, { maxLength: 20 }),
        fc.array(commands, { maxLength: 20 }),
        (before, after) => {
          const made = run(before)
          const locked = made.shapes.map((shape): Shape => ({ ...shape, locked: true }))
          const where = (answer: Answer) => {
            const held = new Set(locked.map(shape => shape.id))
            return answer.shapes
              .filter(shape => held.has(shape.id))
              .map(({ id, ...shape }) => JSON.stringify([id, extentOf(shape)]))
              .sort()
          }
          const kept = after.filter(command => command.type !== 'shapes.lock')
          expect(where(run(kept, { ...made, shapes: locked }))).toEqual(where({ ...made, shapes: locked }))
        }
      )
    )
  })

  it('cuts what is drawn over the edge, and refuses what is too small', () => {
    const drawn = (x: number, y: number, width: number, height: number) =>
      run([{ type: 'shape.add', shape: { kind: 'box', label: null, x, y, width, height } }]).shapes.map(
        shape => ({ ...extentOf(shape) })
      )
    expect([
      drawn(-30, 400, 100, 100),
      drawn(70, 60, -50, -40),
      drawn(10, 10, 2.9, 50),
      drawn(700, 10, 50, 50)
    ]).toEqual([
      [{ left: 0, top: 400, right: 70, bottom: 480 }],
      [{ left: 20, top: 20, right: 70, bottom: 60 }],
      [],
      []
    ])
  })

  it('moves several as one, as far as the edge lets the first of them', () => {
    const answer = withBoxes(box('b1', 10, 10, 20, 20), box('b2', 500, 10, 120, 20))
    const next = reduce(answer, { type: 'shapes.move', ids: ['b1', 'b2'], dx: 50, dy: -3 }, context)
    expect(next.shapes.map(shape => extentOf(shape))).toEqual([
      { left: 30, top: 7, right: 50, bottom: 27 },
      { left: 520, top: 7, right: 640, bottom: 27 }
    ])
  })

  it('keeps fractions that came from elsewhere through what does not touch them', () => {
    const answer = withBoxes(box('b1', 0.1, 0.2, 0.3, 0.7))
    const [shape] = run([{ type: 'shapes.relabel', ids: ['b1'], label: 'sign' }], answer).shapes
    expect(shape).toEqual(box('b1', 0.1, 0.2, 0.3, 0.7, { label: 'sign' }))
  })

  it('holds the side that stays when a box would become too small', () => {
    const answer = withBoxes(box('b1', 100, 100, 50, 50))
    const resized = (x: number, width: number) =>
      reduce(answer, { type: 'shape.resize', id: 'b1', x, y: 100, width, height: 50 }, context).shapes[0]
    expect([resized(100, 1), resized(149, 1)]).toEqual([
      box('b1', 100, 100, 3, 50),
      box('b1', 147, 100, 3, 50)
    ])
  })

  it('stops a rotated box at the edge its corner meets', () => {
    const shape: Shape = {
      id: 'b1',
      kind: 'rotated',
      label: null,
      x: 100,
      y: 100,
      width: 40,
      height: 20,
      rotation: 90
    }
    const next = reduce(
      withBoxes(shape),
      { type: 'shape.resize', id: 'b1', x: 100, y: 100, width: 400, height: 20 },
      context
    )
    expect(next.shapes.map(each => ({ ...extentOf(each) }))).toMatchObject([{ top: 0 }])
  })

  it('turns a box only where rotated boxes are asked for', () => {
    const answer = withBoxes(box('b1', 100, 100, 50, 20))
    const only: Context<Config> = { ...context, config: { ...context.config, shapes: ['box'] } }
    const turn: Command = { type: 'shape.rotate', id: 'b1', rotation: -450 }
    expect([reduce(answer, turn, only), reduce(answer, turn, context).shapes[0]]).toEqual([
      answer,
      { ...box('b1', 100, 100, 50, 20), kind: 'rotated', rotation: 270 }
    ])
  })

  it('gives a new label the defaults of its attributes and drops what it is not asked', () => {
    const drawn = run([
      { type: 'shape.add', shape: { kind: 'box', label: 'car', x: 0, y: 0, width: 9, height: 9 } },
      { type: 'shapes.attribute', ids: ['b1'], attribute: 'hidden', value: 'Some' }
    ])
    const person = run([{ type: 'shapes.relabel', ids: ['b1'], label: 'person' }], drawn)
    expect([drawn, person].map(answer => answer.shapes[0]?.attributes)).toEqual([
      [
        { id: 'parked', value: false },
        { id: 'hidden', value: 'Some' }
      ],
      [{ id: 'hidden', value: 'Some' }]
    ])
  })

  it('restacks shapes without mixing up those that move together', () => {
    const answer = withBoxes(...['b1', 'b2', 'b3', 'b4'].map(each => box(each, 0, 0, 9, 9)))
    const order = (to: 'front' | 'back' | 'forward' | 'backward', ...moved: string[]) =>
      reduce(answer, { type: 'shapes.order', ids: moved, to }, context)
        .shapes.map(shape => shape.id)
        .join(' ')
    expect([
      order('front', 'b1', 'b2'),
      order('back', 'b3', 'b2'),
      order('forward', 'b1', 'b2'),
      order('backward', 'b4'),
      order('backward', 'b1', 'b4')
    ]).toEqual(['b3 b4 b1 b2', 'b2 b3 b1 b4', 'b3 b1 b2 b4', 'b1 b2 b4 b3', 'b1 b2 b4 b3'])
  })

  it('says nothing is here only while that is so', () => {
    const nothing = run([{ type: 'nothing.toggle' }])
    const drawn = run(
      [{ type: 'shape.add', shape: { kind: 'box', label: null, x: 0, y: 0, width: 9, height: 9 } }],
      nothing
    )
    expect([nothing, drawn.nothing, run([{ type: 'nothing.toggle' }], drawn) === drawn]).toEqual([
      { image: null, shapes: [], nothing: true },
      undefined,
      true
    ])
  })

  it('keeps ids fresh after the last shape went', () => {
    const shape: NewShape = { kind: 'box', label: null, x: 0, y: 0, width: 9, height: 9 }
    const answer = run([
      { type: 'shapes.add', shapes: [shape, shape] },
      { type: 'shapes.remove', ids: ['b1'] },
      { type: 'shape.add', shape }
    ])
    expect(answer.shapes.map(each => each.id)).toEqual(['b2', 'b3'])
  })
})
