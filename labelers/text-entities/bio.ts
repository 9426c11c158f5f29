import type { Extent } from './schema.ts'

/** How tags say where a span begins and ends. BIO is IOB2; BILUO is BIOES with other letters. */
export const schemes = ['BIO', 'IOB1', 'BIOES', 'BILUO'] as const
export type Scheme = (typeof schemes)[number]

/** What to do with a span whose edges are not edges of tokens. */
export const misalignments = ['drop', 'expand', 'contract'] as const
export type Misalignment = (typeof misalignments)[number]

/** A labelled stretch, label by name. */
export interface Named extends Extent {
  readonly label: string
}

/** A stretch of tokens, end exclusive. */
export interface TokenSpan {
  readonly from: number
  readonly to: number
  readonly label: string
}

/**
 * One tag for each token. Where spans share a token the first in the order given keeps it;
 * pass them as an answer holds them and the outer one wins. `refused` is told each span that is not in the tags, and why.
 */
export function encode<T extends Named>(
  tokens: readonly Extent[],
  spans: readonly T[],
  scheme: Scheme,
  misaligned: Misalignment,
  refused: (span: T, reason: string) => void
): string[] {
  const taken: TokenSpan[] = []
  const owner = new Map<number, T>()
  for (const span of spans) {
    const range = tokenRange(tokens, span, misaligned)
    if (range === undefined) {
      refused(span, 'does not begin and end with a token')
      continue
    }
    const other = range.reduce<T | undefined>((found, at) => found ?? owner.get(at), undefined)
    if (other !== undefined) {
      refused(span, `overlaps another span (${other.label}), and tags hold one span for each token`)
      continue
    }
    for (const at of range) owner.set(at, span)
    taken.push({ from: range[0] ?? 0, to: (range.at(-1) ?? 0) + 1, label: span.label })
  }
  return tagsOf(taken, tokens.length, scheme)
}

function tokenRange(tokens: readonly Extent[], span: Extent, misaligned: Misalignment): number[] | undefined {
  const range: number[] = []
  for (let at = firstEnding(tokens, span.start); at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || token.start >= span.end) break
    const whole = token.start >= span.start && token.end <= span.end
    if (whole || misaligned === 'expand') range.push(at)
    else if (misaligned === 'drop') return undefined
  }
  const first = tokens[range[0] ?? -1]
  const last = tokens[range.at(-1) ?? -1]
  if (first === undefined || last === undefined) return undefined
  const exact = first.start === span.start && last.end === span.end
  return exact || misaligned !== 'drop' ? range : undefined
}

/** Index of the first token that ends after an offset. */
function firstEnding(tokens: readonly Extent[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Tags of spans of tokens that do not overlap. */
export function tagsOf(spans: readonly TokenSpan[], length: number, scheme: Scheme): string[] {
  const tags = new Array<string>(length).fill('O')
  const ending = new Map(spans.map(span => [span.to, span.label]))
  for (const { from, to, label } of spans) {
    for (let at = from; at < to; at++)
      tags[at] = `${prefix(at, from, to, scheme, ending.get(from) === label)}-${label}`
  }
  return tags
}

function prefix(at: number, from: number, to: number, scheme: Scheme, follows: boolean): string {
  const first = at === from
  const last = at === to - 1
  switch (scheme) {
    case 'BIO':
      return first ? 'B' : 'I'
    case 'IOB1':
      return first && follows ? 'B' : 'I'
    case 'BIOES':
      return first && last ? 'S' : first ? 'B' : last ? 'E' : 'I'
    case 'BILUO':
      return first && last ? 'U' : first ? 'B' : last ? 'L' : 'I'
  }
}

const tagShape = /^([BIESLU])-(.+)$/su

/** Whether a column reads like one of the schemes. */
export function isTag(tag: string): boolean {
  return tag === 'O' || tagShape.test(tag)
}

/**
 * Reads tags of any of the schemes. A span that starts without a beginning (`O I-PER`) starts where it does, as in IOB1.
 * `unreadable` is told every tag that is none; it counts as O.
 */
export function decode(
  tags: readonly string[],
  unreadable: (at: number, tag: string) => void
): readonly TokenSpan[] {
  const spans: TokenSpan[] = []
  let open: { from: number; label: string } | undefined
  const close = (to: number) => {
    if (open !== undefined) spans.push({ from: open.from, to, label: open.label })
    open = undefined
  }
  for (const [at, tag] of tags.entries()) {
    const [, kind, label] = tagShape.exec(tag) ?? []
    if (kind === undefined || label === undefined) {
      close(at)
      if (tag !== 'O') unreadable(at, tag)
      continue
    }
    const goesOn = open?.label === label && kind !== 'B' && kind !== 'S' && kind !== 'U'
    if (!goesOn) {
      close(at)
      open = { from: at, label }
    }
    if (kind !== 'B' && kind !== 'I') close(at + 1)
  }
  close(tags.length)
  return spans
}
