/** Lets one after another begin, those first that came first. */
export class OneByOne {
  readonly #waiting = new Set<() => void>()
  #begun: (() => void) | undefined

  /** `begin` is called when it is its turn. What comes back ends the turn, or gives it up before it has come. */
  join(begin: () => void): () => void {
    this.#waiting.add(begin)
    this.#goOn()
    return () => {
      this.#waiting.delete(begin)
      if (this.#begun !== begin) return
      this.#begun = undefined
      this.#goOn()
    }
  }

  #goOn(): void {
    const [first] = this.#waiting
    if (this.#begun !== undefined || first === undefined) return
    this.#begun = first
    this.#waiting.delete(first)
    first()
  }
}
