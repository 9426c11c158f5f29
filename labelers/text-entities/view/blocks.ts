import type { Paragraph } from './paragraphs.ts'
import styles from './text.module.css'

/** A run of paragraphs in one element: what the browser lays out, or leaves out, as a whole. */
export interface Block {
  readonly element: HTMLElement
  readonly first: number
  readonly last: number
}

export interface Built {
  readonly blocks: readonly Block[]
  /** One element for each paragraph; its first child is its text node. */
  readonly elements: readonly HTMLElement[]
}

const MOST_PARAGRAPHS = 32
const MOST_CHARACTERS = 6000
const LINE_CHARACTERS = 88

/**
 * Builds the elements of a text. A block out of sight costs nothing, and a paragraph that grows moves the others of its block
 * and the blocks after it, not thousands of paragraphs.
 */
export function buildBlocks(paragraphs: readonly Paragraph[]): Built {
  const elements = paragraphs.map(paragraphElement)
  const blocks: Block[] = []
  for (let first = 0; first < paragraphs.length;) {
    let last = first
    let characters = paragraphs[first]?.text.length ?? 0
    let height = heightOf(characters)
    while (
      last + 1 < paragraphs.length &&
      last + 1 - first < MOST_PARAGRAPHS &&
      characters < MOST_CHARACTERS
    ) {
      const next = paragraphs[++last]?.text.length ?? 0
      characters += next
      height += heightOf(next)
    }
    const element = document.createElement('div')
    element.className = styles['block'] ?? ''
    element.style.setProperty('contain-intrinsic-size', `auto ${Math.round(height)}px`)
    element.append(...elements.slice(first, last + 1))
    blocks.push({ element, first, last })
    first = last + 1
  }
  return { blocks, elements }
}

/** A guess until the block has been seen: lines and the gap after them. */
function heightOf(characters: number): number {
  return characters === 0 ? 12 : Math.ceil(characters / LINE_CHARACTERS) * 25.6 + 12
}

function paragraphElement(paragraph: Paragraph, index: number): HTMLElement {
  const element = document.createElement('div')
  const blank = paragraph.text.trim() === ''
  element.className = `${styles['paragraph'] ?? ''} ${blank ? (styles['blank'] ?? '') : ''}`
  element.dir = 'auto'
  if (!blank) element.dataset['line'] = String(index + 1)
  element.append(document.createTextNode(paragraph.text))
  return element
}
