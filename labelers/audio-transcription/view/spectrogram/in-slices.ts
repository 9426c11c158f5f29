/** Milliseconds: a frame has 16, and the playhead moves in them. */
const SLICE = 4

/**
 * Carries out work that rests now and then, a few milliseconds at a time, so that keys, playhead and scrolling come in
 * between. Undefined: it was ended before.
 */
export async function inSlices<T>(work: Generator<void, T>, signal: AbortSignal): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + SLICE
    do {
      const { done, value } = work.next()
      if (done === true) return value
    } while (performance.now() < until)
    await new Promise(resolve => setTimeout(resolve))
    if (signal.aborted) return undefined
  }
}
