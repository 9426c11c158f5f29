import fc from 'fast-check'
import { expect, it } from 'vitest'
import { QueueList } from './queue-list.ts'
import { Selection } from './selection.ts'

const positions = fc.uniqueArray(fc.nat({ max: 200 }), { maxLength: 60 })

it('has every position at the place it says, in any order, whole or put together from parts', () => {
  fc.assert(
    fc.property(positions, fc.nat({ max: 60 }), (shuffled, cut) => {
      const sorted = [...shuffled].sort((a, b) => a - b)
      for (const [all, inSource] of [
        [shuffled, false],
        [sorted, true]
      ] as const) {
        const list = QueueList.of(Uint32Array.from(all.slice(0, cut)), inSource).with(
          Uint32Array.from(all.slice(cut))
        )
        expect([...list.positions]).toEqual(all)
        expect(all.map(position => list.placeOf(position))).toEqual(all.map((_, place) => place))
        expect(list.slice(-5, 500)).toEqual(all)
      }
    })
  )
})

it('says of a position that is left out where it would stand in source order', () => {
  fc.assert(
    fc.property(positions, fc.nat({ max: 200 }), (some, position) => {
      const sorted = some.filter(each => each !== position).sort((a, b) => a - b)
      const list = QueueList.of(Uint32Array.from(sorted), true)
      const place = sorted.filter(each => each < position).length
      expect([list.placeOf(position), list.has(position)]).toEqual([place, false])
    })
  )
})

it('is every item without holding one', () => {
  const list = QueueList.every(1_000_000)
  expect([list.length, list.at(999_999), list.at(1_000_000), list.at(-1), list.placeOf(7)]).toEqual([
    1_000_000,
    999_999,
    undefined,
    undefined,
    7
  ])
})

it('selects as a set of places would, and keeps the order of the list', () => {
  const move = fc.oneof(
    fc.record({ toggle: fc.nat({ max: 29 }) }),
    fc.record({ reach: fc.nat({ max: 29 }), from: fc.nat({ max: 29 }) }),
    fc.constant({ all: true })
  )
  const list = QueueList.of(
    Uint32Array.from({ length: 30 }, (_, n) => (n * 7) % 30),
    false
  )
  const at = (place: number) => list.at(place) ?? -1
  fc.assert(
    fc.property(fc.array(move), moves => {
      let selection = Selection.none
      let model = new Set<number>()
      let anchor: number | null = null
      for (const each of moves) {
        if ('toggle' in each) {
          selection = selection.toggled(list, each.toggle)
          if (!model.delete(at(each.toggle))) model.add(at(each.toggle))
          anchor = each.toggle
        } else if ('reach' in each) {
          selection = selection.reaching(list, each.reach, each.from)
          anchor ??= each.from
          const [low, high] = [Math.min(anchor, each.reach), Math.max(anchor, each.reach)]
          model = new Set(list.slice(low, high + 1))
        } else {
          selection = Selection.all(list)
          model = new Set(list.slice(0, 30))
          anchor = null
        }
      }
      const inOrder = [...list.positions].filter(position => model.has(position))
      expect([selection.size, selection.within(list)]).toEqual([model.size, inOrder])
    })
  )
})
