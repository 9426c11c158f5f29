/** An element: its text without the white space it was laid out with, and the elements in it by name, in order. */
export interface XmlElement {
  readonly text: string
  readonly children: ReadonlyMap<string, readonly XmlElement[]>
}

/** The root elements of a document by name; undefined where it is not well-formed. Entities of its own are not followed. */
export async function readXml(text: string): Promise<XmlElement | undefined> {
  const { XMLParser, XMLValidator } = await import('fast-xml-parser')
  if (XMLValidator.validate(text) !== true) return undefined
  const parser = new XMLParser({
    preserveOrder: true,
    parseTagValue: false,
    trimValues: false,
    ignoreAttributes: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    processEntities: false
  })
  return elementOf(parser.parse(text) as unknown)
}

/** What the parser gives for the inside of an element: a list of `{ name: inside }` and `{ '#text': … }`. */
function elementOf(inside: unknown): XmlElement {
  const children = new Map<string, XmlElement[]>()
  let text = ''
  for (const part of Array.isArray(inside) ? (inside as object[]) : []) {
    for (const [name, value] of Object.entries(part)) {
      if (name === '#text') text += String(value)
      else if (name !== ':@') children.set(name, [...(children.get(name) ?? []), elementOf(value)])
    }
  }
  return { text: decoded(text.trim()), children }
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
])

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named.get(name) ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The first element of a name inside another. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.get(name)?.[0]

/** The text of an element of that name; undefined where there is none. */
export function textIn(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text
}
