import { expect, test } from 'vitest'
import { placeOnDisplays } from './window-place.ts'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const screen = { x: 1440, y: 0, width: 1920, height: 1080 }

test('the window opens where it was, if its title bar can still be reached', () => {
  const was = { x: 1500, y: 20, width: 1600, height: 1000, maximized: false }
  expect([
    placeOnDisplays(undefined, [laptop]),
    placeOnDisplays(was, [laptop, screen]),
    placeOnDisplays(was, [laptop]),
    placeOnDisplays({ ...was, y: -30 }, [laptop, screen]),
    placeOnDisplays({ ...was, width: 100, height: 100 }, [laptop, screen])
  ]).toEqual([
    { width: 1280, height: 800 },
    { x: 1500, y: 20, width: 1600, height: 1000 },
    { width: 1440, height: 900 },
    { width: 1440, height: 900 },
    { width: 900, height: 600 }
  ])
})
