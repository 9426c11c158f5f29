/** Text for an XML element. White space at its edges and line ends are written so that no reader changes them. */
export function xmlText(text: string): string {
  return text
    .replace(/[&<>"]/g, character => entities.get(character) ?? character)
    .replace(/[\r\n\t\u0085\u2028]|^ +| +$/g, spaces =>
      [...spaces].map(character => `&#${character.charCodeAt(0)};`).join('')
    )
    .replace(notXml, '\ufffd')
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;']
])

// Characters XML 1.0 cannot hold, escaped or not.
const notXml =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
