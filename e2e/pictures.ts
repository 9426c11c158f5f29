import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { picturesProject } from '../project/test/pictures-project.ts'

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
  pictures: ReadonlyMap<string, Uint8Array | string | null>,
  config: Readonly<Record<string, unknown>> = {}
): Promise<void> {
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, 'goldset.json'), `${JSON.stringify(picturesProject(config), null, 2)}\n`)
  const rows: string[] = []
  for (const [name, bytes] of pictures) {
    // Null: named by the data and not there.
    if (bytes !== null) await writeFile(join(folder, 'data', name), bytes)
    rows.push(JSON.stringify({ id: name, image: `data/${name}` }))
  }
  await writeFile(join(folder, 'data/pictures.jsonl'), `${rows.join('\n')}\n`)
}
