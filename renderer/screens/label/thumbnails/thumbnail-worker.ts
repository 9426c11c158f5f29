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

/** The middle of it, as large as the shape allows. */
async function small({ url, size, shape }: Wish): Promise<ImageBitmap> {
  // eslint-disable-next-line no-restricted-globals -- The policy of this thread (WORKER_POLICY) admits pictures of the project only.
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status}`)
  const scale = Math.min(size.width / shape.width, size.height / shape.height)
  const [width, height] = [Math.max(1, shape.width * scale), Math.max(1, shape.height * scale)]
  const [left, top] = [(size.width - width) / 2, (size.height - height) / 2]
  return createImageBitmap(await answer.blob(), left, top, width, height, {
    resizeWidth: shape.width,
    resizeHeight: shape.height,
    resizeQuality: 'medium'
  })
}
