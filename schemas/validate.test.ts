import { expect, test } from 'vitest'
import { describe, Type } from './schema.ts'
import { validate } from './validate.ts'

const Thing = Type.Object({
  kind: Type.Union([Type.Literal('a'), Type.Literal('b')]),
  size: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
  shape: Type.Optional(Type.Union([Type.Object({ r: Type.Number() }), Type.Array(Type.String())]))
})

test('what does not fit a schema is said in one sentence', () => {
  const values = [
    { kind: 'a' },
    {},
    { kind: 'c' },
    { kind: 'a', size: 'x' },
    { kind: 'a', shape: { r: 'x' } },
    { kind: 'b', shape: 1 },
    []
  ]
  expect(values.map(value => validate(Thing, value).map(describe).join(' | '))).toEqual([
    '',
    '/: "kind" is missing.',
    '/kind: This must be "a" or "b".',
    '/size: This must be an integer or null.',
    '/shape/r: This must be a number.',
    '/shape: This must be an object or an array.',
    '/: This must be an object.'
  ])
})
