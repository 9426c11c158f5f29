/** Some lines of a text, to be drawn as one block. */
export interface TextBlock {
  /** Lines with `\n` between them. */
  readonly text: string
  /** From one fence to the other, both included. */
  readonly code: boolean
}

/** Blocks this long are quick to leave out of sight, and few enough to make. */
const LINES = 40

/**
 * A text as blocks: all of them with a line end between are the text again, save that every kind of line end is `\n`.
 * A block never ends with an empty line, which no browser would draw, unless the text does.
 * @param fenced whether lines between ``` or ~~~ are code
 */
export function textBlocks(text: string, fenced: boolean): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  let lines: string[] = []
  let fence = ''
  const close = (code: boolean) => {
    if (lines.length > 0) blocks.push({ text: lines.join('\n'), code })
    lines = []
  }
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const mark = fenced ? (/^ {0,3}(```|~~~)/.exec(line)?.[1] ?? '') : ''
    if (fence === '' && mark !== '') {
      close(false)
      fence = mark
      lines.push(line)
    } else if (fence !== '' && mark === fence) {
      lines.push(line)
      close(true)
      fence = ''
    } else {
      lines.push(line)
      if (fence === '' && lines.length >= LINES && line !== '') close(false)
    }
  }
  close(fence !== '')
  return blocks
}
