import fc from 'fast-check'
import { describe as suite, expect, it } from 'vitest'
import { describe, Type } from '../schemas/schema.ts'
import { type DocumentFormat, parseDocument, writeText } from './document.ts'
import { memoryFiles } from './memory-files.ts'
import { salvageJson } from './salvage-json.ts'
import { guardJson } from './strict-json.ts'
import { ValidatedFile } from './validated-file.ts'

const Note = Type.Object(
  { goldset: Type.Literal('note/1'), text: Type.String() },
  { additionalProperties: true }
)
const format: DocumentFormat<{ goldset: 'note/1'; text: string }> = {
  name: 'note',
  version: 1,
  schema: Note,
  order: ['goldset', 'text'],
  maxBytes: 200_000
}
const bytes = (text: string) => new TextEncoder().encode(text)
const verdict = (content: string | Uint8Array) => {
  const read = parseDocument(typeof content === 'string' ? bytes(content) : content, 'n.json', format)
  return 'problem' in read ? `${read.kind}: ${describe(read.problem)}` : read.kind
}
const valid = '{"goldset":"note/1","text":"ä"}'

suite('reading a document', () => {
  it('says for everything damaged what it is and where, and never makes it a value', () => {
    const deep = `{"goldset":"note/1","text":"","x":${'['.repeat(300)}${']'.repeat(300)}}`
    expect(
      [
        valid,
        '',
        ' \n',
        'null',
        '0',
        'false',
        '[]',
        '"note"',
        '{}',
        '{"goldset":"note/1"}',
        '{"goldset":"other/1","text":""}',
        '{"goldset":"note/0","text":""}',
        '{"goldset":"note/2","text":""}',
        '{"goldset":"note/1","text":"","text":"b"}',
        '{"goldset":"note/1","text":"","t\\u0065xt":"b"}',
        '{"goldset":"note/1",\n"text":"ä" "x"}',
        '{"goldset":"note/1","text":"ä',
        '{"goldset":"note/1","text":12',
        `{"goldset":"note/1",\n<<<<<<< HEAD\n"text":"a"\n=======\n"text":"b"\n>>>>>>> x\n}`,
        '{"goldset":"note/1","text":"\0\0\0',
        '\0\0\0\0',
        deep
      ].map(verdict)
    ).toEqual([
      'document',
      'damaged: n.json: The file is empty.',
      'damaged: n.json: The file holds nothing but spaces.',
      'damaged: n.json: The file holds null, not a document of Goldset.',
      'damaged: n.json: The file holds only 0, not a document of Goldset.',
      'damaged: n.json: The file holds only false, not a document of Goldset.',
      'damaged: n.json: The file holds a list, not a document of Goldset.',
      'damaged: n.json: The file holds a text, not a document of Goldset.',
      'damaged: n.json, /: "goldset" is missing.',
      'damaged: n.json, /: "text" is missing.',
      'damaged: n.json, /goldset: This must be "note/1".',
      'damaged: n.json, /goldset: This must be "note/1".',
      'newer',
      'damaged: n.json, line 1, byte 30: The key "text" is there twice.',
      'damaged: n.json, line 1, byte 30: The key "t\\u0065xt" is there twice.',
      'damaged: n.json, line 2, byte 33: "\\"" stands where "," or "}" must be.',
      'damaged: n.json, line 1, byte 30: It ends in the middle of a text.',
      'damaged: n.json, line 1, byte 29: It ends in the middle.',
      'damaged: n.json, line 2: The file holds the marks of a git merge that was not finished.',
      'damaged: n.json, line 1, byte 28: The file holds zero bytes, as a disk leaves them after a power cut.',
      'damaged: n.json, line 1, byte 0: The file holds zero bytes, as a disk leaves them after a power cut.',
      'damaged: n.json, line 1, byte 233: It is nested more than 200 levels deep.'
    ])
  })

  it('takes off a byte order mark and refuses bytes that are not UTF-8', () => {
    expect([
      verdict(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(valid)])),
      verdict(new Uint8Array([...bytes('{"goldset":"'), 0xff, 0x22])),
      verdict(new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]))
    ]).toEqual([
      'document',
      'damaged: n.json, byte 12: The file is not valid UTF-8 from here on.',
      'damaged: n.json, byte 0: The file is not valid UTF-8 from here on.'
    ])
  })

  it('is not torn by a million brackets', () => {
    expect(verdict('['.repeat(1_000_000))).toContain('200 levels')
  })
})

suite('writing a document', () => {
  it('orders what it knows and keeps what it does not, as it was', () => {
    const read = parseDocument(
      bytes('{"z":{"b":1,"a":2},"text":"t","__proto__":7,"goldset":"note/1"}'),
      'n',
      format
    )
    expect(read.kind === 'document' ? writeText(read.value, format) : '').toBe(
      '{\n  "goldset": "note/1",\n  "text": "t",\n  "z": {\n    "b": 1,\n    "a": 2\n  },\n  "__proto__": 7\n}\n'
    )
  })

  it('refuses what could not be read again, before anything is written', async () => {
    const files = memoryFiles({ '/f': valid })
    const file = new ValidatedFile(files, '/f', 'f', format)
    let deep: unknown = 0
    for (let level = 0; level < 100_000; level++) deep = [deep]
    const refusals = []
    for (const text of [1, 'x'.repeat(300_000), 'deep'])
      refusals.push(
        await file
          .write({ goldset: 'note/1', text: text as string, ...(text === 'deep' ? { deep } : {}) })
          .catch((error: unknown) => (error as Error).message)
      )
    expect([refusals, new TextDecoder().decode(await files.read('/f'))]).toEqual([
      [
        'f, /text: This must be a string.',
        'f: The file has 300040 bytes; Goldset reads at most 200000.',
        'f: It is nested more than 200 levels deep.'
      ],
      valid
    ])
  })
})

suite('salvaging JSON', () => {
  it('reads every valid text as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), text => {
        expect([salvageJson(text), guardJson('{"a":' + text + '}')?.reason.includes('deep')]).toEqual([
          { value: JSON.parse(text) as unknown, fault: undefined, cut: new Set() },
          undefined
        ])
      })
    )
  })

  it('finds a fault in every text JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.string({ unit: 'grapheme-ascii', maxLength: 2 }),
        (json, place, put) => {
          const at = place % (json.length + 1)
          const text = json.slice(0, at) + put + json.slice(at + 1)
          let parses = true
          try {
            JSON.parse(text)
          } catch {
            parses = false
          }
          // A number that ends where the text ends might have gone on.
          if (!/[0-9]$/.test(text)) expect(salvageJson(text).fault === undefined).toBe(parses)
        }
      ),
      { numRuns: 500 }
    )
  })

  it('keeps what was complete before the text was cut', () => {
    const text = '{"a":1,"b":{"list":[{"x":1,"y":2},{"x":3,"y":4},{"x":5'
    const { value, fault, cut } = salvageJson(text)
    expect([value, fault?.reason, cut.size]).toEqual([
      {
        a: 1,
        b: {
          list: [
            { x: 1, y: 2 },
            { x: 3, y: 4 }
          ]
        }
      },
      'It ends in the middle.',
      4
    ])
  })

  it('makes __proto__ a key like any other', () => {
    const { value } = salvageJson('{"__proto__":{"bad":1},"a":[')
    expect([Object.keys(value as object), ({} as { bad?: number }).bad]).toEqual([
      ['__proto__', 'a'],
      undefined
    ])
  })
})
