/** The text both pages show: about 1 MB in 9,000 lines, and 10,000 spans on it, none overlapping. The same every time. */
export interface BenchSpan {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly label: string
}

export interface BenchDocument {
  readonly text: string
  readonly spans: readonly BenchSpan[]
  /** Places without a span, spread over the first lines, to add one at. */
  readonly free: readonly { readonly start: number; readonly end: number }[]
}

export const labelIds = ['person', 'place', 'organisation', 'event', 'time', 'device'] as const

const words =
  'the meeting with Joanna was moved to Tuesday at three because the clinic in Portland closes early and nobody told the office'.split(
    ' '
  )

export function benchDocument(size: number, count: number): BenchDocument {
  const lines: string[] = []
  const places: { start: number; end: number }[] = []
  let length = 0
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  while (length < size) {
    let line = ''
    for (let word = 0; word < 20; word++) {
      const text = words[next(words.length)] ?? ''
      if (line !== '') line += ' '
      places.push({ start: length + line.length, end: length + line.length + text.length })
      line += text
    }
    lines.push(line)
    length += line.length + 1
  }
  const every = Math.floor(places.length / count)
  const spans = places
    .filter((_, at) => at % every === 0)
    .slice(0, count)
    .map((place, at) => ({ id: `s${at + 1}`, ...place, label: labelIds[at % labelIds.length] ?? '' }))
  const free = places.filter((_, at) => at < 1600 && at % every === 2)
  return { text: lines.join('\n'), spans, free }
}

/** Resolves when what was done before the call has been painted. */
export function painted(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const after = new MessageChannel()
      after.port1.onmessage = () => resolve()
      after.port2.postMessage(null)
    })
  })
}

/** What a page offers to the bench. */
export interface BenchPage {
  /** From data in memory to painted, in ms. */
  open(size: number, count: number): Promise<number>
  /** Selects the nth free place, labels it and paints, in ms. */
  add(nth: number): Promise<number>
  /** Selects across three paragraphs and finds a word further down: both the browser's own. */
  native(): { selection: string; expected: string; found: boolean; foundText: string }
}

declare global {
  interface Window {
    bench: BenchPage
  }
}

export function nativeAbilities(
  paragraphs: ArrayLike<Element>,
  text: string
): ReturnType<BenchPage['native']> {
  const selection = document.getSelection()
  const [first, third] = [paragraphs[0]?.firstChild, paragraphs[2]?.firstChild]
  if (selection === null || !(first instanceof Text) || !(third instanceof Text))
    throw new Error('The page has no text.')
  selection.setBaseAndExtent(first, 4, third, 6)
  const lines = text.split('\n')
  const expected = [lines[0]?.slice(4), lines[1], lines[2]?.slice(0, 6)].join('\n')
  const got = selection.toString().replace(/\n+/g, '\n')
  selection.removeAllRanges()
  const last = lines.at(-2)?.slice(0, 60) ?? ''
  const found = (window as unknown as { find: (text: string) => boolean }).find(last)
  return { selection: got, expected, found, foundText: document.getSelection()?.toString() ?? '' }
}
