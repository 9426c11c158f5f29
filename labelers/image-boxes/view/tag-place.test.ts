import { expect, test } from 'vitest'
import { tagPlace } from './tag-place.ts'

const canvas = { width: 400, height: 300 }
const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom })

test('a tag stands above its box, flips at the right edge, and goes below or inside where there is no room', () => {
  const places = [
    tagPlace(box(100, 100, 200, 200), 80, canvas),
    tagPlace(box(350, 100, 380, 200), 80, canvas),
    tagPlace(box(100, 10, 200, 200), 80, canvas),
    tagPlace(box(100, 10, 200, 290), 80, canvas),
    tagPlace(box(-50, 100, 20, 200), 80, canvas)
  ]
  expect(places).toEqual([
    [98, 77],
    [302, 77],
    [98, 205],
    [98, 15],
    [0, 77]
  ])
})
