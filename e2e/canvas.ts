import type { Page } from 'playwright-core'

type Point = readonly [x: number, y: number]

/** The canvas of the image on the screen, addressed in pixels of the image. */
export interface Canvas {
  /** Where a pixel of the image is in the window now. */
  at(x: number, y: number): Promise<Point>
  move(x: number, y: number): Promise<void>
  /** Presses, moves in steps as a hand does, and releases. */
  drag(from: Point, to: Point, options?: { readonly button?: 'left' | 'middle' }): Promise<void>
  click(x: number, y: number): Promise<void>
  /** CSS pixels for one of the image. */
  scale(): Promise<number>
}

/** Waits for the image of this item to be there. */
export async function canvasOf(page: Page, item: string, width: number): Promise<Canvas> {
  const image = page
    .getByRole('group', { name: `Image ${item}`, exact: true })
    .locator('img')
    .first()
  await image.waitFor()
  const place = async () => {
    // A view that was changed is drawn with the next frame.
    await page.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    )
    const box = await image.boundingBox()
    if (box === null) throw new Error(`The image of ${item} is not shown.`)
    return { box, scale: box.width / width }
  }
  const at = async (x: number, y: number): Promise<Point> => {
    const { box, scale } = await place()
    return [box.x + x * scale, box.y + y * scale]
  }
  const move = async (x: number, y: number) => page.mouse.move(...(await at(x, y)))
  return {
    at,
    move,
    scale: async () => (await place()).scale,
    async drag(from, to, { button = 'left' } = {}) {
      const [start, end] = [await at(...from), await at(...to)]
      await page.mouse.move(...start)
      await page.mouse.down({ button })
      await page.mouse.move(...end, { steps: 6 })
      await page.mouse.up({ button })
    },
    async click(x, y) {
      await page.mouse.click(...(await at(x, y)))
    }
  }
}
