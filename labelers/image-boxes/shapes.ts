import type { Shape } from './schema.ts'

const highest = new WeakMap<readonly Shape[], number>()

/** The highest number an id of these shapes has. Remembered: a list of shapes is never changed. */
export function highestNumber(shapes: readonly Shape[]): number {
  let top = highest.get(shapes)
  if (top === undefined) {
    top = 0
    for (const shape of shapes) top = Math.max(top, Number(shape.id.slice(1)))
    highest.set(shapes, top)
  }
  return top
}

/** For a list made by adding to one whose highest number was known, so that it is not counted again. */
export function rememberHighest(shapes: readonly Shape[], top: number): void {
  highest.set(shapes, top)
}
