/** Where the caret stands in the text that is typed, for keys that part a text there. Not state: nothing is drawn of it. */
export interface TextCaret {
  segment: string
  /** Code points from the start of the text. */
  at: number
  /** The caret is in that text now. */
  typing: boolean
}

export const noCaret = (): TextCaret => ({ segment: '', at: 0, typing: false })
