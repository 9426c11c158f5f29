import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { crc32 } from './crc32.ts'
import { labelSet } from '../schemas/label-set.ts'

/** A PNG of one colour with lines every 50 pixels, 8 bits, RGB. https://www.w3.org/TR/png-3/ */
export function png(width: number, height: number, colour: readonly [number, number, number]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = (y: number) => {
    const bytes = Buffer.alloc(1 + 3 * width)
    for (let x = 0; x < width; x++) bytes.set(x % 50 === 0 || y % 50 === 0 ? [40, 40, 40] : colour, 1 + 3 * x)
    return bytes
  }
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => row(y)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/**
 * A JPEG with an EXIF orientation put behind its start: 6 is a picture taken with the camera turned, to be shown turned
 * clockwise by 90 degrees. CIPA DC-008, tag 0x0112.
 */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const marker = Buffer.from([0xff, 0xe1, 0, 0])
  marker.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)])
}

/** A project of pictures with image boxes, its items called as their files. */
export async function writePictures(
  folder: string,
  pictures: ReadonlyMap<string, Buffer | string | null>,
  config: Readonly<Record<string, unknown>> = {}
): Promise<void> {
  const project = {
    goldset: 'project/1',
    id: 'pictures',
    name: 'Pictures',
    schemaVersion: 1,
    fields: [{ id: 'image', kind: 'image' }],
    sources: [{ path: 'data/pictures.jsonl', format: 'jsonl', columns: { image: 'image' }, idColumn: 'id' }],
    tasks: [
      {
        id: 'objects',
        title: 'Objects',
        labeler: 'image-boxes',
        labelerVersion: 1,
        field: 'image',
        config: {
          labels: labelSet(['Person', 'Car', 'Sign', 'Tram']),
          shapes: ['box', 'rotated', 'polygon', 'point'],
          minSize: 3,
          attributes: [{ id: 'parked', name: 'Parked', kind: 'boolean' }],
          ...config
        }
      }
    ]
  }
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, 'goldset.json'), `${JSON.stringify(project, null, 2)}\n`)
  const rows: string[] = []
  for (const [name, bytes] of pictures) {
    // Null: named by the data and not there.
    if (bytes !== null) await writeFile(join(folder, 'data', name), bytes)
    rows.push(JSON.stringify({ id: name, image: `data/${name}` }))
  }
  await writeFile(join(folder, 'data/pictures.jsonl'), `${rows.join('\n')}\n`)
}
