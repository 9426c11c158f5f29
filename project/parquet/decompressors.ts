import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Compressors } from 'hyparquet'
import { compressors, decompressZstd } from 'hyparquet-compressors'

/** A page is a part of a column of a row group, by default of 1 MB. */
const LARGEST_PAGE = 1 << 30

type Unpack = (input: Uint8Array, length: number) => Uint8Array

const unpack: ReadonlyMap<string, Unpack> = new Map([
  ...Object.entries(compressors),
  ['GZIP', (input, length) => gunzipSync(input, { maxOutputLength: length })],
  ['BROTLI', (input, length) => brotliDecompressSync(input, { maxOutputLength: length })],
  ['ZSTD', (input, length) => decompressZstd(input, new Uint8Array(length))]
])

/** Every way of packing that parquet knows, each held to the size that the file says a page has. */
export const decompressors: Compressors = Object.fromEntries(
  [...unpack].map(([name, run]) => [
    name,
    (input: Uint8Array, length: number) => {
      if (!(length >= 0 && length <= LARGEST_PAGE)) throw new Error('a page is larger than 1 GB')
      // Some of them take the packing of nothing for damage.
      return length === 0 ? new Uint8Array() : run(input, length)
    }
  ])
)
