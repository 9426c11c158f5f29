import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Label, labelSet } from '../../schemas/label-set.ts'
import { labelKeys, labelSetProblems, reservedKeys } from './keys.ts'

const labels = (...given: Partial<Label>[]): Label[] =>
  given.map((label, at) => ({ id: `l${at}`, name: `Label ${at}`, exportIndex: at, ...label }))
const drawn = (set: readonly Label[]) => [...labelKeys(set)].map(([id, keys]) => `${id}: ${keys.join(' ')}`)

describe('the keys of a label set', () => {
  it('are digits by place, with Shift from the eleventh, none from the twenty-first', () => {
    const set = labelSet(Array.from({ length: 21 }, (_, at) => `n${at}`))
    expect([...labelKeys(set).values()].map(keys => keys.join(' ')).join(', ')).toBe(
      '1, 2, 3, 4, 5, 6, 7, 8, 9, 0, Shift+1, Shift+2, Shift+3, Shift+4, Shift+5, Shift+6, Shift+7, Shift+8, Shift+9, Shift+0, '
    )
  })

  it('begin with the own key of a label, as on the cap', () => {
    expect(drawn(labels({ key: 'p' }, {}, { key: 'ß' }, { key: 'é' }))).toEqual([
      'l0: P 1',
      'l1: 2',
      'l2: ß 3',
      'l3: É 4'
    ])
  })

  it('go to no label twice, to no retired label, and leave the screen its own', () => {
    expect(
      drawn(
        labels(
          { key: 'd' },
          { key: 'x', retired: true },
          { key: '1' },
          { key: 'x' },
          { key: 'X' },
          { key: 'ab' }
        )
      )
    ).toEqual(['l0: ', 'l2: 1 2', 'l3: X 3', 'l4: 4', 'l5: 5'])
  })

  it('are unique and never reserved, whatever a label set asks for', () => {
    const key = fc.option(
      fc.oneof(fc.string({ minLength: 1, maxLength: 2 }), fc.constantFrom('1', '2', 'a', 'A', '/', ' ')),
      { nil: undefined }
    )
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), wanted => {
        const set = labels(...wanted.map(each => (each === undefined ? {} : { key: each })))
        const given = [...labelKeys(set).values()].flat()
        expect(new Set(given).size).toBe(given.length)
        expect(given.filter(each => reservedKeys.has(each))).toEqual([])
      })
    )
  })
})

describe('a label set', () => {
  it('is told what exports and keys could not tell apart', () => {
    const set = labels(
      { key: 'x' },
      { key: 'X', id: 'l0' },
      { name: 'Label 0', exportIndex: 1 },
      { key: 'd', exportIndex: 99_999 }
    )
    expect(labelSetProblems(set)).toEqual([
      { path: '/labels/1/id', message: 'The id "l0" is used twice; every label needs its own.' },
      { path: '/labels/1/key', message: 'The key X is used by "Label 0" and by "Label 1".' },
      {
        path: '/labels/2/name',
        message: '"Label 0" names two labels (l0 and l2); exports could not tell them apart.'
      },
      { path: '/labels/2/exportIndex', message: 'Class number 1 belongs to "Label 1" already.' },
      { path: '/labels/3/exportIndex', message: 'Class number 99999 is too high; the highest is 9999.' },
      {
        path: '/labels/3/key',
        message: 'The key D of "Label 3" belongs to the label screen; choose another.'
      }
    ])
  })
})
