import { clockTime } from './clock.ts'
import { type TimeWindow, lengthOf, toPixels } from './time-window.ts'

export interface Tick {
  /** Seconds. */
  readonly time: number
  /** Pixels from the left edge. */
  readonly x: number
  readonly text: string
}

const steps = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800,
  3600, 7200
]
/** Pixels that a time needs beside the next one. */
const ROOM = 84

/** Round times of the window, as many as are read without touching each other. */
export function ticksOf(window: TimeWindow, width: number): readonly Tick[] {
  if (width <= 0) return []
  const wanted = (lengthOf(window) / width) * ROOM
  const step = steps.find(each => each >= wanted) ?? Math.ceil(wanted / 3600) * 3600
  const decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3
  const ticks: Tick[] = []
  for (let n = Math.ceil(window.from / step); n * step <= window.to; n++) {
    const time = n * step
    ticks.push({ time, x: toPixels(window, width, time), text: clockTime(time, decimals) })
  }
  return ticks
}
