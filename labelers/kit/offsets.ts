declare const unit: unique symbol
/** Offset into a text in Unicode code points: the only text unit on disk and in answers. */
export type CodePoint = number & { readonly [unit]: 'code point' }
/** Offset into a text in UTF-16 code units, as JavaScript and the DOM count. Lives in views, never in an answer. */
export type Utf16 = number & { readonly [unit]: 'UTF-16' }

export const codePoint = (n: number): CodePoint => n as CodePoint
export const utf16 = (n: number): Utf16 => n as Utf16

/**
 * Converts offsets of one text both ways. Building is one pass; each conversion is a lookup.
 * A UTF-16 offset inside a surrogate pair belongs to the code point it splits.
 */
export interface Offsets {
  /** Length of the text in code points. */
  readonly length: CodePoint
  toCodePoint(offset: Utf16): CodePoint
  toUtf16(offset: CodePoint): Utf16
  /** The text between two code points, end exclusive. */
  slice(start: CodePoint, end: CodePoint): string
}

export function offsetsOf(text: string): Offsets {
  const firstAstral = text.search(/[\u{10000}-\u{10FFFF}]/u)
  return firstAstral === -1 ? plainOffsets(text) : astralOffsets(text)
}

function plainOffsets(text: string): Offsets {
  const clamp = (n: number) => Math.max(0, Math.min(n, text.length))
  return {
    length: codePoint(text.length),
    toCodePoint: offset => codePoint(clamp(offset)),
    toUtf16: offset => utf16(clamp(offset)),
    slice: (start, end) => text.slice(start, end)
  }
}

function astralOffsets(text: string): Offsets {
  const pointAt = new Uint32Array(text.length + 1)
  const unitAt = new Uint32Array(text.length + 1)
  let points = 0
  for (let i = 0; i < text.length;) {
    const width = (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
    unitAt[points] = i
    pointAt[i] = points
    if (width === 2) pointAt[i + 1] = points
    i += width
    points++
  }
  pointAt[text.length] = points
  unitAt[points] = text.length
  const clamp = (n: number, top: number) => Math.max(0, Math.min(n, top))
  const toUtf16 = (offset: CodePoint) => utf16(unitAt[clamp(offset, points)] ?? text.length)
  return {
    length: codePoint(points),
    toCodePoint: offset => codePoint(pointAt[clamp(offset, text.length)] ?? points),
    toUtf16,
    slice: (start, end) => text.slice(toUtf16(start), toUtf16(end))
  }
}
