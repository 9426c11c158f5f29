import { expect, test } from 'vitest'
import { memoryFiles } from '../memory-files.ts'
import { mediaSamples } from '../test/media-samples.ts'
import { png } from '../test/png.ts'
import { wav } from '../test/wav.ts'
import { mediaInfo } from './media-info.ts'

async function shown(name: string, bytes: Uint8Array): Promise<string> {
  const files = memoryFiles({ [`/p/${name}`]: bytes })
  const { width, height, problem, note } = await mediaInfo(files, `/p/${name}`, 'image')
  const size = width === undefined ? [] : [`${width} × ${height}`]
  return [`${name}:`, ...size, problem ?? '', note ?? ''].filter(part => part !== '').join(' ')
}

const sample = (name: string) => mediaSamples.get(name) ?? new Uint8Array()

test('a picture has the size it has on the screen, turned where its data say so', async () => {
  const pictures = [...mediaSamples.keys()].filter(name => /\.(png|jpg|webp|gif|bmp|avif)$/.test(name))
  expect(await Promise.all(pictures.map(name => shown(name, sample(name))))).toEqual([
    'plain.png: 5 × 3',
    'turned.png: 3 × 5',
    'plain.jpg: 5 × 3',
    'turned.jpg: 3 × 5',
    'plain.webp: 5 × 3',
    'lossless.webp: 5 × 3',
    'turned.webp: 3 × 5',
    'plain.gif: 5 × 3',
    'plain.bmp: 5 × 3',
    'plain.avif: 5 × 3',
    'turned.avif: 3 × 5'
  ])
})

test('a picture that would not fit into memory is refused by what its header says', async () => {
  const gif = Buffer.from(sample('plain.gif'))
  gif.writeUInt16LE(65_535, 6)
  gif.writeUInt16LE(65_535, 8)
  const jpeg = Buffer.from(sample('plain.jpg'))
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  jpeg.writeUInt16BE(60_000, frame + 5)
  jpeg.writeUInt16BE(60_000, frame + 7)
  expect([
    await shown('bomb.png', png(10, 10, [30_000, 25_000])),
    await shown('limit.png', png(10, 10, [10_000, 10_000])),
    await shown('over.png', png(10, 10, [10_000, 10_001])),
    await shown('huge.png', png(10, 10, [0xffffffff, 0xffffffff])),
    await shown('bomb.gif', gif),
    await shown('bomb.jpg', jpeg)
  ]).toEqual([
    'bomb.png: 30000 × 25000 This picture has 750 megapixels, and at most 100 can be shown. Make it smaller or cut it into parts.',
    'limit.png: 10000 × 10000',
    'over.png: 10000 × 10001 This picture has 101 megapixels, and at most 100 can be shown. Make it smaller or cut it into parts.',
    'huge.png: 4294967295 × 4294967295 This picture has 18,446,744,065,120 megapixels, and at most 100 can be shown. Make it smaller or cut it into parts.',
    'bomb.gif: 65535 × 65535 This picture has 4,295 megapixels, and at most 100 can be shown. Make it smaller or cut it into parts.',
    'bomb.jpg: 60000 × 60000 This picture has 3,600 megapixels, and at most 100 can be shown. Make it smaller or cut it into parts.'
  ])
})

test('what is no whole picture is refused in a sentence', async () => {
  const jpeg = Buffer.from(sample('plain.jpg'))
  const deep = Buffer.from(jpeg)
  deep[deep.indexOf(Buffer.from([0xff, 0xc0])) + 4] = 12
  const lossless = Buffer.from(jpeg)
  lossless[lossless.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc3
  const cut = (name: string) => sample(name).slice(0, -8)
  expect([
    await shown('empty.png', new Uint8Array()),
    await shown('none.png', png(5, 3, [0, 3])),
    await shown('cut.png', cut('plain.png')),
    await shown('cut.jpg', cut('plain.jpg')),
    await shown('cut.webp', cut('plain.webp')),
    await shown('cut.gif', cut('plain.gif')),
    await shown('cut.bmp', cut('plain.bmp')),
    await shown('cut.avif', cut('plain.avif')),
    await shown('begun.jpg', jpeg.subarray(0, 2)),
    await shown('deep.jpg', deep),
    await shown('lossless.jpg', lossless),
    await shown('scan.tiff', sample('scan.tiff')),
    await shown('phone.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')),
    await shown('sound.png', wav(100)),
    await shown('words.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.repeat(3)))
  ]).toEqual([
    'empty.png: This file is empty.',
    'none.png: This picture says that it has no size.',
    'cut.png: This file is cut off: it ends before its content does.',
    'cut.jpg: This file is cut off: it ends before its content does.',
    'cut.webp: This file is cut off: it ends before its content does.',
    'cut.gif: This file is cut off: it ends before its content does.',
    'cut.bmp: This file is cut off: it ends before its content does.',
    'cut.avif: This file is cut off: it ends before its content does.',
    'begun.jpg: This file is cut off: it ends before its content does.',
    'deep.jpg: This JPEG has 12 bits per channel and cannot be shown. Convert it.',
    'lossless.jpg: This is a lossless or arithmetic JPEG, which cannot be shown. Convert it.',
    'scan.tiff: This is a TIFF picture, which cannot be shown. Convert it to PNG or JPEG.',
    'phone.heic: This is an HEIC picture, which cannot be shown. Convert it to PNG or JPEG.',
    'sound.png: This is a WAV recording, not a picture.',
    'words.png: This is no picture that Goldset knows: PNG, JPEG, WebP, GIF, BMP or AVIF.'
  ])
})

test('a picture counts by its content, and a name that says otherwise is noted', async () => {
  expect([await shown('photo.jpg', png(5, 3)), await shown('photo', png(5, 3))]).toEqual([
    'photo.jpg: 5 × 3 The name says a JPEG picture, and this is a PNG picture.',
    'photo: 5 × 3'
  ])
})

test('a picture with a video or rubbish behind it is whole', async () => {
  const rubbish = Buffer.alloc(200_000, 7)
  expect([
    await shown('motion.jpg', Buffer.concat([sample('plain.jpg'), rubbish])),
    await shown('more.png', Buffer.concat([sample('plain.png'), rubbish]))
  ]).toEqual(['motion.jpg: 5 × 3', 'more.png: 5 × 3'])
})
