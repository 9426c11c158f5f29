import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Whether the bytes of a file are the ones with this SHA-512 (base64, as npm writes it). */
export async function hasSha512(file: string, sha512: string): Promise<boolean> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64') === sha512
}
