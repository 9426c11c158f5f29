import { type Seconds, seconds } from '../../kit/seconds.ts'

/** The stretch of a recording that is shown. */
export interface TimeWindow {
  readonly from: Seconds
  readonly to: Seconds
}

/** Ten milliseconds fill the width: a recording of 16 kHz has 160 samples in that. */
export const CLOSEST = 0.01
/** One step of a key. */
export const ZOOM_STEP = 1.5

export const lengthOf = ({ from, to }: TimeWindow): number => to - from

/** Pixels from the left edge; outside 0 to `width` for what is not shown. */
export function toPixels(window: TimeWindow, width: number, time: number): number {
  return ((time - window.from) / lengthOf(window)) * width
}

/** The time under a pixel, the inverse of `toPixels`. */
export function toTime(window: TimeWindow, width: number, x: number): Seconds {
  return seconds(window.from + (x / Math.max(1, width)) * lengthOf(window))
}

/** A window of this length that begins here, moved and shortened to lie in the recording. */
export function placed(from: number, length: number, duration: number): TimeWindow {
  const long = Math.min(Math.max(length, CLOSEST), Math.max(duration, CLOSEST))
  const start = Math.max(0, Math.min(from, duration - long))
  return { from: seconds(start), to: seconds(start + long) }
}

/** Nearer for factors above 1; what is at `time` stays where it is, as far as the ends of the recording allow. */
export function zoomed(window: TimeWindow, factor: number, time: number, duration: number): TimeWindow {
  const long = Math.min(Math.max(lengthOf(window) / factor, CLOSEST), Math.max(duration, CLOSEST))
  const share = (time - window.from) / lengthOf(window)
  return placed(time - share * long, long, duration)
}

/** Later for positive shares of the length that is shown. */
export function scrolled(window: TimeWindow, share: number, duration: number): TimeWindow {
  return placed(window.from + share * lengthOf(window), lengthOf(window), duration)
}

/** The same window if this stretch is in it, or fills it; else the nearest way to have it in sight, with some room around. */
export function revealing(
  window: TimeWindow,
  { start, end }: { readonly start: number; readonly end: number },
  duration: number
): TimeWindow {
  const long = lengthOf(window)
  if (start >= window.from && end <= window.to) return window
  if (end - start > long * 0.9)
    return start < window.to && end > window.from ? window : placed(start - long * 0.05, long, duration)
  const room = Math.min(long * 0.1, (long - (end - start)) / 2)
  return placed(start < window.from ? start - room : end + room - long, long, duration)
}

/** Where playing goes on: a page further once the playhead has left it to the right. */
export function following(window: TimeWindow, time: number, duration: number): TimeWindow {
  if (time >= window.from && time <= window.to) return window
  return placed(time - lengthOf(window) * 0.05, lengthOf(window), duration)
}

/** A stretch in the middle of the window, filling two thirds of it. */
export function closeUp(
  { start, end }: { readonly start: number; readonly end: number },
  duration: number
): TimeWindow {
  const long = (end - start) * 1.5
  return placed((start + end - long) / 2, long, duration)
}
