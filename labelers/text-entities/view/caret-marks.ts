import { part, place } from './lane-drawing.ts'
import { paragraphAt } from './paragraphs.ts'
import type { Sheet } from './sheet.ts'

/** Where the caret is, in UTF-16 offsets. Collapsed: a caret, which may have a word in hand. */
export interface Marks {
  readonly head: number
  readonly token: readonly [number, number] | undefined
}

/** Half of the caret's height in `text.module.css`. */
const HALF_CARET = 10.5

/** The caret and the box around the word it holds, as elements of the paragraph they stand in. */
export class CaretMarks {
  #drawn: readonly HTMLElement[] = []

  /** Draws them where they are now, in the place of what was drawn before. */
  draw(sheet: Sheet, marks: Marks | undefined): void {
    for (const element of this.#drawn) element.remove()
    this.#drawn = []
    if (marks === undefined) return
    const box = sheet.ruler.caretBox(marks.head)
    const element = sheet.positions.element(paragraphAt(sheet.paragraphs, marks.head))
    if (box === undefined || element === undefined) return
    const token = marks.token === undefined ? [] : sheet.ruler.boxesOf(...marks.token)
    const frames = token.map(each => {
      const frame = part('token')
      place(frame, each.left - 1, each.top, each.right - each.left + 2)
      frame.style.height = `${each.bottom - each.top + 1}px`
      return frame
    })
    const caret = part('caret')
    place(caret, box.left, (box.top + box.bottom) / 2 - HALF_CARET)
    this.#drawn = [...frames, caret]
    for (const mark of this.#drawn) mark.setAttribute('aria-hidden', 'true')
    element.append(...this.#drawn)
  }
}
