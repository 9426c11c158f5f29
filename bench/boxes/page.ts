/** What each page offers to the bench, and how all of them are measured. */
export interface BoxesBench {
  /** From boxes in memory to painted, in ms. The image was decoded before. Ours has labels whenever they can be read. */
  open(count: number, labelled: boolean): Promise<number>
  /** A place in the window where the last box can be taken. */
  box(): readonly [x: number, y: number]
  /** Begins to note frames. */
  watch(): void
  /** Frames since: ms between any two that followed each other, and between any two that had new input. */
  noted(): { readonly all: readonly number[]; readonly moved: readonly number[] }
  /** Shows the next image, which was asked for before; ms until it is painted. */
  next(): Promise<number>
}

declare global {
  interface Window {
    boxes: BoxesBench
  }
}

export const IMAGE = { width: 4000, height: 3000 }
export const colours = ['#7debd5', '#dc701e', '#ab78f1', '#bdd780', '#e1819c', '#05baec'] as const
export const imageUrl = (number: number): string => `../photos/${number}.jpg`

export interface BenchBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Place among the colours. */
  readonly label: number
}

/** Boxes of 20 to 120 pixels all over the image, the same each time; the last one in the middle, alone on top. */
export function benchBoxes(count: number): readonly BenchBox[] {
  let seed = 11
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  const boxes = Array.from({ length: count - 1 }, () => ({
    x: next(IMAGE.width - 120),
    y: next(IMAGE.height - 120),
    width: 20 + next(100),
    height: 20 + next(100),
    label: next(colours.length)
  }))
  return [...boxes, { x: 1990, y: 1490, width: 20, height: 20, label: 0 }]
}

/** Resolves when what was done before the call has been painted. */
export function painted(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const after = new MessageChannel()
      after.port1.onmessage = () => resolve()
      after.port2.postMessage(null)
    })
  })
}

/** `watch` and `noted`: one loop of animation frames, which every frame of the page passes. */
export function frames(): Pick<BoxesBench, 'watch' | 'noted'> {
  let all: number[] = []
  let moved: number[] = []
  let running = false
  let input = false
  const note = () => {
    input = true
  }
  for (const kind of ['pointermove', 'wheel']) addEventListener(kind, note, { capture: true, passive: true })
  return {
    watch() {
      all = []
      moved = []
      running = true
      input = false
      let last: number | undefined
      let lastMoved: number | undefined
      const tick = (now: number) => {
        if (!running) return
        if (last !== undefined) all.push(now - last)
        last = now
        if (input) {
          if (lastMoved !== undefined) moved.push(now - lastMoved)
          lastMoved = now
          input = false
        }
        requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    },
    noted() {
      running = false
      return { all, moved }
    }
  }
}
