import type { Page } from 'playwright-core'

const WHEELS = 60

/** Share of the frames, in percent, that the window missed while a wheel was turned over this element. */
export async function framesDropped(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error(`There is nothing to scroll at ${selector}.`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  return framesDroppedWhile(page, async () => {
    for (let n = 0; n < WHEELS; n++) {
      await page.mouse.wheel(0, 300)
      await page.waitForTimeout(10)
    }
  })
}

/** The same, while something is done. */
export async function framesDroppedWhile(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(watchFrames)
  await act()
  return page.evaluate(countDropped)
}

interface Watch {
  gaps: number[]
  going: boolean
}

/** Runs in the page. */
function watchFrames(): void {
  const watch: Watch = { gaps: [], going: true }
  Object.assign(globalThis, { watch })
  let last: number | null = null
  const look = (now: number) => {
    if (last !== null) watch.gaps.push(now - last)
    last = now
    if (watch.going) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Runs in the page. A gap of two frames is one that was dropped. */
function countDropped(): number {
  const { watch } = globalThis as unknown as { watch: Watch }
  watch.going = false
  const frame = 1000 / 60
  const due = watch.gaps.reduce((sum, gap) => sum + Math.max(1, Math.round(gap / frame)), 0)
  return ((due - watch.gaps.length) / due) * 100
}

/** Puts a list without rows over the one that is there, as high and as long. */
export async function coverWithEmptyList(page: Page, selector: string, height: number): Promise<void> {
  await page.evaluate(
    ([selector, height]) => {
      const list = document.querySelector<HTMLElement>(selector)
      const cover = document.createElement('div')
      cover.id = 'empty-list'
      const { left, top, width, height: tall } = list?.getBoundingClientRect() ?? new DOMRect()
      cover.style.cssText = `position:fixed;z-index:9;overflow:auto;background:Canvas;left:${left}px;top:${top}px;width:${width}px;height:${tall}px`
      const inside = document.createElement('div')
      inside.style.height = `${height}px`
      cover.append(inside)
      document.body.append(cover)
    },
    [selector, height] as const
  )
}

export async function uncover(page: Page): Promise<void> {
  await page.evaluate(() => document.getElementById('empty-list')?.remove())
}
