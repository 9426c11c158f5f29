/** Deeper documents are refused: nothing of ours nests so far, and a parser's stack is not endless. */
export const MAX_DEPTH = 200
export const tooDeep = `It is nested more than ${MAX_DEPTH} levels deep.`

/** Why a text is refused, and at which character. */
export interface JsonFault {
  readonly at: number
  readonly reason: string
}

/**
 * What `JSON.parse` lets through and we do not: nesting without end, and one key twice, where the first value would be
 * lost without a word. Call it before parsing; it is no judge of the rest of the grammar.
 */
export function guardJson(text: string): JsonFault | undefined {
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
        open.push(new Set())
        break
      case 0x5b: // [
        open.push(undefined)
        break
      case 0x7d: // }
      case 0x5d: // ]
        open.pop()
        break
      case 0x22: {
        const end = stringEnd(text, at)
        if (end === undefined) return undefined
        const keys = open.at(-1)
        if (keys !== undefined && isKey(text, end)) {
          const key = unescaped(text.slice(at, end))
          if (keys.has(key)) return { at, reason: `The key ${text.slice(at, end)} is there twice.` }
          keys.add(key)
        }
        at = end - 1
        break
      }
    }
    if (open.length > MAX_DEPTH) return { at, reason: tooDeep }
  }
  return undefined
}

/** Whether a value nests deeper than could be read back. Never itself deep in the stack. */
export function isTooDeep(value: unknown): boolean {
  let level: object[] = typeof value === 'object' && value !== null ? [value] : []
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    const next: object[] = []
    for (const container of level)
      for (const member of Object.values(container) as unknown[])
        if (typeof member === 'object' && member !== null) next.push(member)
    level = next
  }
  return false
}

/** After the closing quote of the string that starts at `from`. */
export function stringEnd(text: string, from: number): number | undefined {
  for (let at = from + 1; ; at++) {
    at = text.indexOf('"', at)
    if (at === -1) return undefined
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return at + 1
  }
}

function isKey(text: string, after: number): boolean {
  for (let at = after; ; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code === 0x3a
  }
}

function unescaped(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1)
  try {
    return JSON.parse(literal) as string
  } catch {
    return literal
  }
}
