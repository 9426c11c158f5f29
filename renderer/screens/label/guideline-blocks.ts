/** The little of Markdown that guidelines need. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** Blocks of a Markdown text, top to bottom. Never fails: what is not understood is a paragraph. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  let paragraph: string[] = []
  let list: string[] = []
  let code: string[] | null = null
  const close = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: paragraph.join(' ') })
    if (list.length > 0) blocks.push({ kind: 'list', items: list })
    paragraph = []
    list = []
  }
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    if (line.startsWith('```')) {
      if (code === null) close()
      else blocks.push({ kind: 'code', text: code.join('\n') })
      code = code === null ? [] : null
      continue
    }
    if (code !== null) {
      code.push(line)
      continue
    }
    const heading = /^#{1,6}\s+(.*)$/.exec(line)
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)
    if (heading !== null) {
      close()
      blocks.push({ kind: 'heading', text: heading[1] ?? '' })
    } else if (item !== null) {
      if (paragraph.length > 0) close()
      list.push(item[1] ?? '')
    } else if (line.trim() === '') close()
    else if (list.length > 0 && /^\s/.test(line)) list.push(`${list.pop() ?? ''} ${line.trim()}`)
    else {
      if (list.length > 0) close()
      paragraph.push(line.trim())
    }
  }
  if (code !== null) blocks.push({ kind: 'code', text: code.join('\n') })
  close()
  return blocks
}

export interface InlinePart {
  readonly kind: 'text' | 'bold' | 'emphasis' | 'code'
  readonly text: string
}

/** `**bold**`, `*emphasis*` and code in a line; everything else is text. */
export function inlineParts(line: string): readonly InlinePart[] {
  const marked = /(\*\*[^*]+\*\*|\*[^*\s](?:[^*]*[^*\s])?\*|`[^`]+`)/
  return line.split(marked).flatMap((text, place): InlinePart[] => {
    if (text === '') return []
    if (place % 2 === 0) return [{ kind: 'text', text }]
    if (text.startsWith('`')) return [{ kind: 'code', text: text.slice(1, -1) }]
    if (text.startsWith('**')) return [{ kind: 'bold', text: text.slice(2, -2) }]
    return [{ kind: 'emphasis', text: text.slice(1, -1) }]
  })
}
