/** How many images that nobody looks at are kept decoded. */
const KEPT = 4

/**
 * Images as elements, decoded before they are needed. The element that was decoded is the one that is shown: another with
 * the same address would have to be decoded again.
 */
export class Pictures {
  readonly #byUrl = new Map<string, HTMLImageElement>()

  /** The element of an address, the same one each time while it is kept. It may still be loading. */
  of(url: string): HTMLImageElement {
    let image = this.#byUrl.get(url)
    if (image === undefined || (image.complete && image.naturalWidth === 0)) {
      image = new Image()
      image.decoding = 'sync'
      image.draggable = false
      image.alt = ''
      image.src = url
    }
    this.#byUrl.delete(url)
    this.#byUrl.set(url, image)
    return image
  }

  /** Decodes images that are likely to be shown next, one after another, and lets old ones go. */
  async prepare(urls: readonly string[], shown: string): Promise<void> {
    const wanted = urls.slice(0, KEPT - 1)
    for (const url of wanted) this.of(url)
    for (const url of [...this.#byUrl.keys()]) {
      if (this.#byUrl.size <= KEPT) break
      if (url !== shown && !wanted.includes(url)) this.#byUrl.delete(url)
    }
    for (const url of wanted) {
      // What cannot be decoded says so when it is shown.
      await this.#byUrl
        .get(url)
        ?.decode()
        .catch(() => undefined)
    }
  }
}
