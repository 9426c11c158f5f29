/** What makes one text of another: characters at one place go, others come. In UTF-16, as text fields count. */
export interface Change {
  readonly at: number
  readonly gone: number
  readonly came: number
}

/**
 * The one change between two texts that keeps most at both ends. Undefined: they are the same. Where a letter came beside
 * the same letter, the caret, in the text before or after the change, tells which of them it was.
 */
export function changeBetween(
  before: string,
  after: string,
  caret?: { readonly before: number } | { readonly after: number }
): Change | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < shorter &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  const kept = Math.min(shorter, head + tail)
  const [gone, came] = [before.length - kept, after.length - kept]
  const [first, last] = [kept - tail, head]
  const wanted = caret === undefined ? last : 'before' in caret ? caret.before - gone : caret.after - came
  return { at: Math.max(first, Math.min(last, wanted)), gone, came }
}

/**
 * Tells where a new step of undo begins: with a word, where somebody types elsewhere than before, and where letters go
 * instead of coming.
 */
export class TypingSteps {
  #step = 0
  #last: { readonly caret: number; readonly came: boolean } | undefined

  /** The number of the step that a change belongs to. */
  of({ at, gone, came }: Change, after: string): number {
    const isCome = came > 0
    const goesOn =
      this.#last !== undefined &&
      came <= 1 &&
      this.#last.came === isCome &&
      this.#last.caret === (isCome ? at : at + gone) &&
      !beginsWord(after, at, came)
    if (!goesOn) this.#step++
    // What was pasted, or put in for a mark, is whole.
    this.#last = came > 1 ? undefined : { caret: at + came, came: isCome }
    return this.#step
  }

  /** Whatever is typed next is a step of its own. */
  end(): void {
    this.#last = undefined
  }
}

function beginsWord(after: string, at: number, came: number): boolean {
  return came > 0 && at > 0 && /^\S$/u.test(after.charAt(at)) && /^\s$/u.test(after.charAt(at - 1))
}
