import type { Item } from '../../../schemas/item.ts'
import type { Problem } from '../../../schemas/schema.ts'
import { fieldOffsets, fieldText } from '../../kit/field-text.ts'
import { isBlank } from '../../kit/blanks.ts'
import { type CodePoint, codePoint, type Offsets, utf16 } from '../../kit/offsets.ts'
import { placeRefusal } from '../refusal.ts'
import type { Answer, Config, Extent, Span } from '../schema.ts'
import { relation } from '../spans.ts'

/** What the numbers of a foreign span count. */
export type Unit = 'codepoint' | 'utf16' | 'grapheme' | 'token'

export interface ForeignSpan {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** By name. */
  readonly label: string
  /** The words it covers in the file, where that is known: checked against the item. */
  readonly quote?: string
}

/** The value of an imported answer: spans as the file has them. */
export interface ForeignSpans {
  readonly unit: Unit
  /** For `token`: what the numbers count. */
  readonly tokens?: readonly string[]
  readonly spans: readonly ForeignSpan[]
}

export function labelsOf(spans: readonly ForeignSpan[]): readonly string[] {
  return [...new Set(spans.map(span => span.label))]
}

/** The strictest overlap policy that holds all of the answers, and not stricter than the default. */
export function configFor(values: Iterable<unknown>, defaults: Config): Config {
  const policies = ['none', 'nested', 'any'] as const
  let needed = policies.indexOf(defaults.overlap)
  for (const value of values) {
    const { spans } = value as ForeignSpans
    const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
    let open: ForeignSpan[] = []
    for (const span of sorted) {
      open = open.filter(other => other.end > span.start)
      for (const other of open) {
        const lies = relation(extentOf(span), extentOf(other))
        if (lies === 'same' && span.label === other.label) continue
        needed = Math.max(needed, lies === 'crossing' ? 2 : lies === 'apart' ? 0 : 1)
      }
      open.push(span)
    }
  }
  return { ...defaults, overlap: policies[needed] ?? 'any' }
}

/** Puts foreign spans on an item. Every span is either in the answer or in a problem. */
export function answerOf(
  value: unknown,
  { config, item, field }: { readonly config: Config; readonly item: Item; readonly field: string },
  idOf: (labelName: string) => string | undefined
): { readonly answer: Answer | undefined; readonly problems: readonly Problem[] } {
  const foreign = value as ForeignSpans
  const problems: Problem[] = []
  const spans: Span[] = []
  let reaching: Span[] = []
  const offsets = fieldOffsets(item, field)
  const place = placerOf(foreign, fieldText(item, field), offsets)
  if (place === undefined)
    return failedAll(foreign, 'The tokens of the file do not spell the text of this item')
  for (const each of foreign.spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const refuse = (why: string) =>
      problems.push({
        message: `The span "${each.quote ?? `${each.start} to ${each.end}`}" (${each.label}) was left out: ${why}`
      })
    const extent = place(each)
    const label = idOf(each.label)
    if (extent === undefined || extent.start >= extent.end || extent.end > offsets.length) {
      refuse(`${each.start} to ${each.end} lies outside the text.`)
      continue
    }
    const text = offsets.slice(extent.start, extent.end)
    if (each.quote !== undefined && each.quote !== text) {
      refuse(`the item reads "${text}" there.`)
      continue
    }
    if (label === undefined) {
      refuse('the task has no such label.')
      continue
    }
    reaching = reaching.filter(span => span.end > extent.start)
    const refused = placeRefusal(reaching, extent, label, config)
    if (refused !== undefined) {
      refuse(refused)
      continue
    }
    const span = { id: `s${spans.length + 1}`, ...extent, label, text }
    spans.push(span)
    reaching.push(span)
  }
  return { answer: { offsetUnit: 'codepoint', spans }, problems }
}

function failedAll({ spans }: ForeignSpans, message: string) {
  const lost = spans.length === 0 ? ', so it was left out.' : `, so its ${spans.length} spans were left out.`
  return {
    answer: undefined,
    problems: [{ message: `${message}${lost}` }]
  }
}

type Placer = (span: ForeignSpan) => Extent | undefined

function placerOf({ unit, tokens }: ForeignSpans, text: string, offsets: Offsets): Placer | undefined {
  if (unit === 'token') {
    const aligned = alignTokens(tokens ?? [], text, offsets)
    if (aligned === undefined) return undefined
    return ({ start, end }) => {
      const first = aligned[start]
      const last = aligned[end - 1]
      return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
    }
  }
  const convert = converter(unit, text, offsets)
  return ({ start, end }) => {
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0) return undefined
    const [from, to] = [convert(start), convert(end)]
    return from === undefined || to === undefined ? undefined : { start: from, end: to }
  }
}

/** From a unit of a file to code points; undefined outside the text. */
export function converter(
  unit: Exclude<Unit, 'token'>,
  text: string,
  offsets: Offsets
): (n: number) => CodePoint | undefined {
  switch (unit) {
    case 'codepoint':
      return n => (n < 0 || n > offsets.length ? undefined : codePoint(n))
    case 'utf16':
      return n => (n < 0 || n > text.length ? undefined : offsets.toCodePoint(utf16(n)))
    case 'grapheme': {
      const starts = [...graphemes.segment(text)].map(segment => segment.index)
      starts.push(text.length)
      return n => {
        const at = starts[n]
        return at === undefined ? undefined : offsets.toCodePoint(utf16(at))
      }
    }
  }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Where tokens stand in a text of which they are all but the white space. Undefined when they are not. */
function alignTokens(
  tokens: readonly string[],
  text: string,
  offsets: Offsets
): readonly Extent[] | undefined {
  const extents: Extent[] = []
  let at = 0
  const skipBlanks = () => {
    while (at < text.length && isBlank(text.charAt(at))) at++
  }
  for (const token of tokens) {
    if (!text.startsWith(token, at)) skipBlanks()
    if (!text.startsWith(token, at)) return undefined
    extents.push({
      start: offsets.toCodePoint(utf16(at)),
      end: offsets.toCodePoint(utf16(at + token.length))
    })
    at += token.length
  }
  skipBlanks()
  return at === text.length ? extents : undefined
}

const extentOf = (span: ForeignSpan): Extent => ({ start: codePoint(span.start), end: codePoint(span.end) })
