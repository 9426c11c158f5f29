import { OneByOne } from './one-by-one.ts'

/** Those not seen for longest are let go beyond so many; one takes 22 KB. */
const KEPT = 500

export interface Wish {
  readonly url: string
  /** Of what is made, in pixels. */
  readonly shape: { readonly width: number; readonly height: number }
}

/** Pictures made small, one after another, so that what is on the desk does not wait. Null: it cannot be read. */
export class Thumbnails {
  readonly #turns = new OneByOne()
  /** Those seen last come last. */
  readonly #made = new Map<string, ImageBitmap | null>()
  #worker: Worker | undefined

  /** Calls back with the small picture, at once if it is there. What comes back gives the wish up. */
  want(wish: Wish, take: (bitmap: ImageBitmap | null) => void): () => void {
    const made = this.#made.get(wish.url)
    if (made !== undefined) {
      this.#keep(wish.url, made)
      take(made)
      return () => undefined
    }
    let wanted = true
    const giveUp = this.#turns.join(async () => {
      const bitmap = this.#made.get(wish.url) ?? (await this.#make(wish))
      this.#keep(wish.url, bitmap)
      if (wanted) take(bitmap)
    })
    return () => {
      wanted = false
      giveUp()
    }
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #make(wish: Wish): Promise<ImageBitmap | null> {
    const worker = (this.#worker ??= new Worker(new URL('./thumbnail-worker.ts', import.meta.url), {
      type: 'module'
    }))
    return new Promise(resolve => {
      worker.onmessage = ({ data }: MessageEvent<ImageBitmap | null>) => resolve(data)
      worker.onerror = () => resolve(null)
      worker.postMessage(wish)
    })
  }

  #keep(url: string, bitmap: ImageBitmap | null): void {
    this.#made.delete(url)
    this.#made.set(url, bitmap)
    const [oldest] = this.#made.keys()
    if (this.#made.size > KEPT && oldest !== undefined) this.#made.delete(oldest)
  }
}
