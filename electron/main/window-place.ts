import type { WindowPlace } from './settings-store.ts'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const SMALLEST = { width: 900, height: 600 } as const
const FIRST = { width: 1280, height: 800 } as const

/**
 * Where the window opens: where it was, if a display is still there to show its title bar, else in the middle of the main
 * display. Never larger than its display, never smaller than the screens are made for.
 */
export function placeOnDisplays(
  remembered: WindowPlace | undefined,
  displays: readonly Area[]
): Partial<Area> {
  const { x, y, width = FIRST.width, height = FIRST.height } = remembered ?? {}
  const display =
    x === undefined || y === undefined ? undefined : displays.find(area => shows(area, x, y, width))
  const room = display ?? displays[0]
  const size = {
    width: Math.max(SMALLEST.width, Math.min(width, room?.width ?? width)),
    height: Math.max(SMALLEST.height, Math.min(height, room?.height ?? height))
  }
  return display === undefined || x === undefined || y === undefined ? size : { x, y, ...size }
}

/** At least a hand's breadth of the title bar lies on the display. */
function shows(area: Area, x: number, y: number, width: number): boolean {
  const visible = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return visible >= 120 && y >= area.y && y <= area.y + area.height - 40
}
