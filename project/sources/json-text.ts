/** Deeper documents are refused before parsing: no data is, and code that walks them would run out of stack. */
const MAX_DEPTH = 200

export type Parsed = { readonly value: unknown } | { readonly message: string }

/** JSON.parse that refuses depth bombs and says what is wrong in a sentence without quoting the data. */
export function parseJson(text: string): Parsed {
  if (depthOf(text) > MAX_DEPTH) return { message: `This is nested deeper than ${MAX_DEPTH} levels.` }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { message: 'This is not valid JSON.' }
  }
}

/** How deep brackets nest outside strings. Right for valid JSON, an upper bound for the rest. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = endOfString(text, i)
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) deepest = Math.max(deepest, ++depth)
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--
  }
  return deepest
}

export const QUOTE = 0x22
export const OPEN_BRACKET = 0x5b
export const CLOSE_BRACKET = 0x5d
export const OPEN_BRACE = 0x7b
export const CLOSE_BRACE = 0x7d
export const COMMA = 0x2c

/** Index of the quote that closes the string opened at `start`; the end of the text if none does. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++
    if (backslashes % 2 === 0) return end
  }
  return text.length
}
