/*
 * Text of a WebVTT cue, https://www.w3.org/TR/webvtt1/#webvtt-cue-text: `&`, `<` and `>` are escaped, and so is what
 * would end the cue (an empty line, an arrow) or is not kept by readers (blanks at the edges of a name).
 */

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f']
])

const number = (text: string) => [...text].map(each => `&#${each.codePointAt(0) ?? 32};`).join('')

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function vttText(speaker: string | null, text: string): string {
  // Of line ends that follow each other only the first can stand as it is.
  const body = edgesAsNumbers(escaped(text).replaceAll('\r', number('\r')), ' \t\n').replace(
    /\n(\n+)/g,
    (_, more: string) => `\n${number(more)}`
  )
  return speaker === null ? body : `<v ${nameOf(speaker)}>${body}</v>`
}

/** Writes what stands at the edges of a text as numbers, where it is one of `characters`. */
function edgesAsNumbers(text: string, characters: string): string {
  let [from, to] = [0, text.length]
  while (from < to && characters.includes(text[from] ?? '')) from++
  while (to > from && characters.includes(text[to - 1] ?? '')) to--
  return number(text.slice(0, from)) + text.slice(from, to) + number(text.slice(to))
}

const nameOf = (name: string) => edgesAsNumbers(escaped(name), ' ').replace(/[\r\n\t\f]| {2,}/g, number)

export function decodeVtt(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named.get(name) ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

export interface Voice {
  readonly speaker: string | null
  readonly text: string
}

const tag = /<([^<>]*)>/g

/** What every voice says in the text of a cue, in order. Other tags (`<i>`, `<c.loud>`, `<00:01.000>`) are taken out. */
export function voicesIn(text: string): readonly Voice[] {
  const voices: Voice[] = []
  let speaker: string | null = null
  let said = ''
  let from = 0
  const end = () => {
    if (said !== '' || speaker !== null) voices.push({ speaker, text: decodeVtt(said) })
    said = ''
  }
  for (const found of text.matchAll(tag)) {
    said += text.slice(from, found.index)
    from = found.index + found[0].length
    const inside = found[1] ?? ''
    const voice = /^v(?:\.[^\s]*)?(?:[ \t\n]+([^]*))?$/.exec(inside)
    if (voice !== null) {
      end()
      const name = decodeVtt((voice[1] ?? '').replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, ''))
      speaker = name === '' ? null : name
    } else if (inside === '/v') {
      end()
      speaker = null
    }
  }
  said += text.slice(from)
  end()
  const spoken = voices.filter(voice => voice.speaker !== null || voice.text.trim() !== '')
  return spoken.length > 0 ? spoken : [voices[0] ?? { speaker: null, text: '' }]
}
