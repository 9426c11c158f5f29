import { type JsonFault, MAX_DEPTH, stringEnd, tooDeep } from './strict-json.ts'

export interface Salvaged {
  /** As much as could be read. Undefined: nothing. */
  readonly value: unknown
  /** Where reading had to stop. Undefined: it is all there. */
  readonly fault: JsonFault | undefined
  /** Objects and arrays that reading stopped inside of: what they hold is true, and more was meant to follow. */
  readonly cut: ReadonlySet<object>
}

/**
 * Reads JSON up to its first fault and keeps every value that was complete before it. A value that ends where the text
 * ends is not trusted (`12` may have been `123`); an unfinished object in a list is left out, an unfinished list or
 * object under a key is kept with what it has.
 */
export function salvageJson(text: string): Salvaged {
  const reader = new Reader(text)
  const value = reader.value(0)
  if (reader.fault === undefined) reader.end()
  return { value, fault: reader.fault, cut: reader.cut }
}

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const words: readonly [string, unknown][] = [
  ['true', true],
  ['false', false],
  ['null', null]
]

class Reader {
  fault: JsonFault | undefined
  readonly cut = new Set<object>()
  private at = 0

  constructor(private readonly text: string) {}

  value(depth: number): unknown {
    this.space()
    if (depth > MAX_DEPTH) return this.stop(tooDeep)
    const next = this.text[this.at]
    if (next === '{') return this.object(depth)
    if (next === '[') return this.array(depth)
    if (next === '"') return this.string()
    return this.scalar()
  }

  end(): void {
    this.space()
    if (this.at < this.text.length) this.stop(`${this.shown()} follows after the end of the document.`)
  }

  private object(depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = []
    this.at++
    this.space()
    if (this.skip('}')) return {}
    for (;;) {
      this.space()
      const key = this.text[this.at] === '"' ? this.string() : this.stop(this.expected('a key'))
      this.space()
      if (this.fault === undefined && !this.skip(':')) this.stop(this.expected('":"'))
      if (this.fault !== undefined) break
      const value = this.value(depth + 1)
      if (this.fault === undefined || (typeof value === 'object' && value !== null))
        entries.push([key as string, value])
      this.space()
      if (this.fault !== undefined || this.skip('}')) break
      if (!this.skip(',')) this.stop(this.expected('"," or "}"'))
      if (this.fault !== undefined) break
    }
    // Unlike assignment, this makes `__proto__` a key like any other.
    return this.closed(Object.fromEntries(entries))
  }

  private array(depth: number): unknown[] {
    const elements: unknown[] = []
    this.at++
    this.space()
    if (this.skip(']')) return elements
    for (;;) {
      const element = this.value(depth + 1)
      if (this.fault !== undefined) break
      elements.push(element)
      this.space()
      if (this.skip(']')) break
      if (!this.skip(',')) this.stop(this.expected('"," or "]"'))
      if (this.fault !== undefined) break
    }
    return this.closed(elements)
  }

  private closed<T extends object>(container: T): T {
    if (this.fault !== undefined) this.cut.add(container)
    return container
  }

  private string(): unknown {
    const end = stringEnd(this.text, this.at)
    if (end === undefined) return this.stop('It ends in the middle of a text.', this.text.length)
    try {
      const value = JSON.parse(this.text.slice(this.at, end)) as string
      this.at = end
      return value
    } catch {
      return this.stop('This text holds a character or an escape that JSON does not allow.')
    }
  }

  private scalar(): unknown {
    for (const [word, value] of words)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length
        return value
      }
    number.lastIndex = this.at
    const found = number.exec(this.text)?.[0]
    if (found === undefined) return this.stop(this.expected('a value'))
    this.at += found.length
    if (this.at === this.text.length && this.at > found.length) return this.stop('It ends in the middle.')
    return Number(found)
  }

  private space(): void {
    while (' \n\r\t'.includes(this.text[this.at] ?? '?')) this.at++
  }

  private skip(character: string): boolean {
    if (this.text[this.at] !== character) return false
    this.at++
    return true
  }

  private expected(what: string): string {
    return this.at >= this.text.length
      ? 'It ends in the middle.'
      : `${this.shown()} stands where ${what} must be.`
  }

  private shown(): string {
    return JSON.stringify(String.fromCodePoint(this.text.codePointAt(this.at) ?? 0))
  }

  private stop(reason: string, at = this.at): undefined {
    this.fault ??= { at, reason }
    return undefined
  }
}
