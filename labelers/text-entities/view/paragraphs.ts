import { utf16, type Utf16 } from '../../kit/offsets.ts'

/** A line of the text without its end. Offsets into the text are UTF-16, as the DOM counts. */
export interface Paragraph {
  readonly start: Utf16
  readonly text: string
}

/** The lines of a text, at least one. Line ends (`\n`, `\r\n`, `\r`) belong to no paragraph. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let start = 0
  for (const end of text.matchAll(/\r\n|\n|\r/g)) {
    paragraphs.push({ start: utf16(start), text: text.slice(start, end.index) })
    start = end.index + end[0].length
  }
  paragraphs.push({ start: utf16(start), text: text.slice(start) })
  return paragraphs
}

/** The index of the paragraph an offset stands in; an offset inside a line end stands at the end of its line. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Where an offset stands inside its paragraph. */
export function placeOf(paragraphs: readonly Paragraph[], offset: number): { index: number; at: number } {
  const index = paragraphAt(paragraphs, offset)
  const paragraph = paragraphs[index]
  if (paragraph === undefined) return { index: 0, at: 0 }
  return { index, at: Math.max(0, Math.min(offset - paragraph.start, paragraph.text.length)) }
}
