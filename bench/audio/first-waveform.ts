import type { Page } from 'playwright-core'

interface Watched {
  /** Milliseconds from the key to the first frame with a waveform. */
  seen: Promise<number>
}

/** From the key that opens the next item to the first frame in which its waveform is drawn, in milliseconds. */
export async function timeToWaveform(page: Page, key: string): Promise<number> {
  await page.evaluate(watchForWaveform)
  await page.keyboard.press(key)
  return page.evaluate(() => (globalThis as unknown as Watched).seen)
}

/** Runs in the page. The waveform of the item before is there first: it does not count until it is gone. */
function watchForWaveform(): void {
  const before = document.querySelector('[data-axis]')
  const canvases = (root: ParentNode): HTMLCanvasElement[] =>
    [...root.querySelectorAll('*')].flatMap(element => [
      ...(element instanceof HTMLCanvasElement ? [element] : []),
      ...(element.shadowRoot === null ? [] : canvases(element.shadowRoot))
    ])
  /** A tenth of the height above its middle line something is drawn. */
  const isDrawn = (canvas: HTMLCanvasElement) => {
    if (canvas.width < 200 || canvas.height < 20) return false
    const { data } = canvas
      .getContext('2d')!
      .getImageData(0, Math.round(canvas.height * 0.45), canvas.width, 1)
    return data.some((value, at) => at % 4 === 3 && value > 0)
  }
  const seen = new Promise<number>(resolve => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const look = () => {
          const axis = document.querySelector('[data-axis]')
          if (axis !== null && axis !== before && canvases(axis).some(isDrawn))
            resolve(performance.now() - timeStamp)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      },
      { capture: true, once: true }
    )
  })
  Object.assign(globalThis, { seen })
}
