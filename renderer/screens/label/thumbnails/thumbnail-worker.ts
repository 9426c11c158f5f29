import type { Wish } from './thumbnails.ts'

/*
 * A thread of its own: a picture of 12 megapixels takes 100 ms to read and 48 MB while that lasts, and the window must not
 * wait for it. Answers each wish with the picture made small, or null where it cannot be read.
 */
addEventListener('message', ({ data }: MessageEvent<Wish>) => {
  void small(data).then(
    bitmap => postMessage(bitmap, { transfer: [bitmap] }),
    () => postMessage(null)
  )
})

/** The middle of the picture, as much as the shape takes. */
async function small({ url, shape }: Wish): Promise<ImageBitmap> {
  // eslint-disable-next-line no-restricted-globals -- The policy of this thread (WORKER_POLICY) admits pictures of the project only.
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status}`)
  const whole = await createImageBitmap(await answer.blob())
  try {
    // Of a picture that its camera turned, `createImageBitmap` cuts parts out as it lies in the file; a canvas does not.
    const canvas = new OffscreenCanvas(shape.width, shape.height)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('There is no canvas.')
    const scale = Math.max(shape.width / whole.width, shape.height / whole.height)
    const [width, height] = [whole.width * scale, whole.height * scale]
    context.imageSmoothingQuality = 'medium'
    context.drawImage(whole, (shape.width - width) / 2, (shape.height - height) / 2, width, height)
    return canvas.transferToImageBitmap()
  } finally {
    whole.close()
  }
}
