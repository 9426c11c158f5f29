import { markTyped } from '../marks.ts'
import type { Mark } from '../schema.ts'

/** A text with the caret in it, in UTF-16 code units as a text field counts. */
export interface Typed {
  readonly text: string
  readonly caret: number
}

/** What stands there after a key: `;n` at the caret becomes its mark. */
export function withMark({ text, caret }: Typed, marks: readonly Mark[]): Typed {
  const before = text.slice(0, caret)
  const mark = markTyped(before, marks)
  if (mark?.key === undefined) return { text, caret }
  return written({ text, caret }, mark.text, mark.key.length + 1)
}

/** These words at the caret, in place of so many characters before it, with blanks to the words around them. */
export function written({ text, caret }: Typed, words: string, instead = 0): Typed {
  const before = text.slice(0, caret - instead)
  const after = text.slice(caret)
  const lead = before === '' || /[\s([{"']$/u.test(before) ? '' : ' '
  const tail = after === '' || /^[\s.,!?;:)\]}"']/u.test(after) ? '' : ' '
  return {
    text: before + lead + words + tail + after,
    caret: before.length + lead.length + words.length + tail.length
  }
}
