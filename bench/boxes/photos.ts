import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'

/** JPEGs of 12 megapixels that are as hard to decode as photos: painted by the browser, no file of anybody's. */
export async function paintPhotos(page: Page, folder: string, count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    const base64 = await page.evaluate(async seed => {
      const canvas = new OffscreenCanvas(4000, 3000)
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      let state = seed * 7919 + 1
      const next = (below: number) => (state = (state * 1103515245 + 12345) % 2147483648) % below
      for (let patch = 0; patch < 20_000; patch++) {
        context.fillStyle = `hsl(${next(360)} 40% ${20 + next(60)}%)`
        context.fillRect(next(4000), next(3000), 10 + next(160), 10 + next(160))
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      let text = ''
      for (let at = 0; at < bytes.length; at += 8192)
        text += String.fromCharCode(...bytes.subarray(at, at + 8192))
      return btoa(text)
    }, number)
    await writeFile(path.join(folder, 'photos', `${number}.jpg`), Buffer.from(base64, 'base64'))
  }
}
