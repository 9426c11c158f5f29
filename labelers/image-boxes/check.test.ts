import { describe, expect, it } from 'vitest'
import type { Context } from '../kit/labeler.ts'
import { checkConfig } from './check-config.ts'
import { check } from './check.ts'
import { example } from './example.ts'
import { keys } from './keys.ts'
import { imageBoxes } from './labeler.ts'
import type { Answer, Config, Shape } from './schema.ts'

const [item] = example.items
if (item === undefined) throw new Error('the example has no item')
const config: Config = {
  ...example.config,
  attributes: example.config.attributes.map(each =>
    each.id === 'plate' ? { ...each, required: true } : each
  )
}
const context: Context<Config> = { config, item, field: 'image', required: true }
const image = { width: 640, height: 480 }
const box = (id: string, more: Partial<Shape> = {}): Shape =>
  ({ id, kind: 'box', label: 'person', x: 10, y: 10, width: 20, height: 20, ...more }) as Shape

const said = (answer: Answer, of: Partial<Context<Config>> = {}) =>
  check(answer, { ...context, ...of }).map(({ path, message }) => `${path ?? ''}: ${message}`)

describe('what keeps an answer of boxes from being complete', () => {
  it('is nothing drawn and nothing said, where an answer is required', () => {
    const empty: Answer = { image, shapes: [] }
    expect([said(empty), said({ ...empty, nothing: true }), said(empty, { required: false })]).toEqual([
      ['/shapes: Draw what is asked for, or say that there is nothing here.'],
      [],
      []
    ])
  })

  it('is each shape that is not labelled, not inside or not described, at its place', () => {
    const shapes: Shape[] = [
      box('b1'),
      box('b2', { label: null }),
      box('b3', { label: 'ghost' }),
      box('b4', { x: 630.5 }),
      box('b4', { label: 'car' }),
      box('b6', { attributes: [{ id: 'hidden', value: 'All' }] }),
      { id: 'b7', kind: 'rotated', label: 'sign', x: 0, y: 0, width: 40, height: 20, rotation: 30 },
      {
        id: 'b8',
        kind: 'polygon',
        label: 'sign',
        points: [
          [1, 1],
          [5, 5],
          [9, 9]
        ]
      }
    ]
    expect(said({ image, shapes })).toEqual([
      '/shapes/1/label: Box 2 has no label.',
      '/shapes/2/label: Box 3 (ghost) has the label "ghost", which this task does not have.',
      '/shapes/3: Box 4 (Person) reaches outside the image of 640 × 480.',
      '/shapes/4/id: Two shapes have the id "b4".',
      '/shapes/4/attributes: Box 4 (Car): "Plate" is not given.',
      '/shapes/5/attributes: Box 6 (Person): "Hidden part" cannot be "All".',
      '/shapes/6: Rotated box 7 (Sign) reaches outside the image of 640 × 480.',
      '/shapes/7/points: Polygon 8 (Sign) has no area.'
    ])
  })

  it('is an image of another size than was labelled, and a contradiction', () => {
    expect([
      said({ image: { width: 480, height: 640 }, shapes: [box('b1')] }),
      said({ image, nothing: true, shapes: [box('b1')] })
    ]).toEqual([
      ['/image: The image was 480 × 640 when this was drawn, and is 640 × 480 now.'],
      ['/nothing: It says that there is nothing here, and there are shapes.']
    ])
  })
})

it('a config is refused for attributes nobody could answer', () => {
  const problems = checkConfig({
    ...config,
    labels: config.labels.map(label => (label.id === 'car' ? { ...label, key: 'r' } : label)),
    attributes: [
      { id: 'a', name: 'Colour', kind: 'choice' },
      { id: 'a', name: 'Colour', kind: 'choice', values: ['red', 'red'], default: 'blue' },
      { id: 'b', name: 'Age', kind: 'number', labels: ['ghost'], default: true, key: 'xy' }
    ]
  })
  expect(problems.map(({ path, message }) => `${path ?? ''}: ${message}`)).toEqual([
    '/labels/1/key: The key R of "Car" belongs to the tools of this task; choose another.',
    '/attributes/0/values: "Colour" is a choice, and there is nothing to choose from.',
    '/attributes/1/id: The id "a" is used twice; every attribute needs its own.',
    '/attributes/1/name: "Colour" names two attributes; exports could not tell them apart.',
    '/attributes/1/values: "Colour" has the same value twice.',
    '/attributes/1/default: "Colour" cannot be "blue", so that cannot be its default.',
    '/attributes/2/labels: "Age" is asked of the label "ghost", which this task does not have.',
    '/attributes/2/default: "Age" cannot be "true", so that cannot be its default.',
    '/attributes/2/key: The key "xy" of "Age" must be one character.'
  ])
})

it('labels keep their own keys beside the tools, and none that the screen or a tool has', () => {
  const labels = ['r', 'j', 'h', 'a', 'x'].map((key, at) => ({ id: key, name: key, key, exportIndex: at }))
  const bindings = keys({ ...config, labels }).filter(binding => binding.id.startsWith('label.apply:'))
  expect(bindings.map(binding => binding.keys.join(' '))).toEqual(['1', 'J 2', '3', '4', 'X 5'])
  const screen = [...'adsfucg?/']
  const taken = keys(config).flatMap(binding => binding.keys.map(key => key.toLowerCase()))
  expect(screen.filter(key => taken.includes(key))).toEqual([])
})

it('a list says how many shapes there are and how many have no label', () => {
  const summary = (answer: Answer) => imageBoxes.summary(answer, config)
  expect([
    summary({ image, shapes: [] }),
    summary({ image, shapes: [], nothing: true }),
    summary({ image, shapes: [box('b1')] }),
    summary({ image, shapes: [box('b1'), box('b2', { label: null })] }),
    summary({ image, shapes: [box('b1'), { id: 'b2', kind: 'point', label: 'car', points: [[1, 1]] }] })
  ]).toEqual(['0 boxes', 'nothing here', '1 box', '2 boxes, 1 without label', '2 shapes'])
})
