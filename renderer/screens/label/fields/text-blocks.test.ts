import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textBlocks } from './text-blocks.ts'

it('cuts fenced code out of a text, fences and all', () => {
  const drawn = textBlocks('Try:\r\n```ts\nlet a = 1\n\n```\nand\n~~~\nopen', true).map(
    ({ code, text }) => `${code ? 'code' : 'text'} ${JSON.stringify(text)}`
  )
  expect(drawn).toEqual([
    'text "Try:"',
    'code "```ts\\nlet a = 1\\n\\n```"',
    'text "and"',
    'code "~~~\\nopen"'
  ])
})

it('loses no character, and leaves no empty line at the end of a block', () => {
  const line = fc.constantFrom('', 'a', '```', '~~~', ' b ', '\u0000')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 300 }), fc.boolean(), (lines, fenced) => {
      const text = lines.join('\n')
      const blocks = textBlocks(text, fenced)
      expect(blocks.map(block => block.text).join('\n')).toBe(text)
      if (!fenced) expect(blocks.slice(0, -1).filter(block => /(^|\n)$/.test(block.text))).toEqual([])
    })
  )
})
