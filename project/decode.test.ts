import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { describe, ok } from '../schemas/schema.ts'
import { decodeText } from './decode.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const utf16le = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const utf16be = (text: string) =>
  Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])
const wellFormed = fc.string({ unit: 'binary' }).filter(text => !/\p{Surrogate}/u.test(text))

const sentence = (bytes: readonly number[]) => {
  const result = decodeText(Uint8Array.from(bytes), 'data/a.csv')
  return result.ok ? `text ${JSON.stringify(result.value)}` : result.problems.map(describe).join('\n')
}

group('decoding a file', () => {
  test('gives back every text, whatever its encoding', () => {
    fc.assert(
      fc.property(wellFormed, text => {
        const withoutMark = text.replace(/^\uFEFF+/, '')
        expect([
          decodeText(utf8(withoutMark), 'f'),
          decodeText(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(text)]), 'f'),
          decodeText(utf16le(text), 'f'),
          decodeText(utf16be(text), 'f')
        ]).toEqual([
          ok(withoutMark),
          ok(text),
          text.startsWith('\0') ? expect.anything() : ok(text),
          ok(text)
        ])
      })
    )
  })

  test('takes one byte order mark off and changes nothing else', () => {
    const text = '\uFEFFe\u0301 \u00e9\r\nend \r\n\0'
    expect(decodeText(utf8(`\uFEFF${text}`), 'f')).toEqual(ok(text))
  })

  test('names the first bad byte', () => {
    expect(
      [
        [0x63, 0x61, 0x66, 0xe9, 0x0a],
        [0xef, 0xbb, 0xbf, 0x61, 0xff],
        [0xe2, 0x82],
        [0xed, 0xa0, 0x80],
        [0xc0, 0xaf],
        [0xf4, 0x90, 0x80, 0x80],
        [0xff, 0xfe, 0x61, 0x00, 0x3d, 0xd8, 0x61, 0x00],
        [0xfe, 0xff, 0x00, 0x61, 0x00],
        [0xff, 0xfe, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00],
        []
      ].map(sentence)
    ).toEqual([
      'data/a.csv, byte 3: 0xE9 is not valid UTF-8 here. Save the file as UTF-8 and open it again.',
      'data/a.csv, byte 4: 0xFF is not valid UTF-8 here. Save the file as UTF-8 and open it again.',
      'data/a.csv, byte 0: 0xE2 is not valid UTF-8 here. Save the file as UTF-8 and open it again.',
      'data/a.csv, byte 0: 0xED is not valid UTF-8 here. Save the file as UTF-8 and open it again.',
      'data/a.csv, byte 0: 0xC0 is not valid UTF-8 here. Save the file as UTF-8 and open it again.',
      'data/a.csv, byte 0: 0xF4 is not valid UTF-8 here. Save the file as UTF-8 and open it again.',
      'data/a.csv, byte 4: 0xD83D is not valid UTF-16 here. Save the file as UTF-8 and open it again.',
      'data/a.csv, byte 4: This UTF-16 file ends in the middle of a character. Save the file as UTF-8 and open it again.',
      'data/a.csv, byte 0: This is UTF-32. Save the file as UTF-8 and open it again.',
      'text ""'
    ])
  })

  test('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), bytes => {
        const result = decodeText(bytes, 'f')
        const place = result.ok ? -1 : (result.problems[0]?.byte ?? -2)
        expect(result.ok || (place >= 0 && place < bytes.length)).toBe(true)
      }),
      { numRuns: 2000 }
    )
  })
})
