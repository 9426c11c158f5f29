/*
 * SRT has no speakers. `[Name]: text` is what programs that tell speakers apart write. Of a name only what would end it is
 * written as %XX; a text that looks like one of these and has no speaker gets `[]: ` in front.
 */

const looksNamed = /^\[([^\]\n]*)\]: ?/
const endsName = /[%\]\r\n\u0085\u2028\u2029]/g

export function srtText(speaker: string | null, text: string): string {
  if (speaker !== null)
    return `[${speaker.replace(endsName, encodeURIComponent).replaceAll('-->', '%2D->')}]: ${text}`
  return looksNamed.test(text) ? `[]: ${text}` : text
}

/** The inverse, for the text of one cue. */
export function spokenIn(text: string): { readonly speaker: string | null; readonly text: string } {
  const found = looksNamed.exec(text)
  if (found === null) return { speaker: null, text }
  const [all, name = ''] = found
  return { speaker: name === '' ? null : decoded(name), text: text.slice(all.length) }
}

function decoded(name: string): string {
  return name.replace(/(?:%[0-9A-F]{2})+/g, escapes => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}
