import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { tempName } from '../atomic-write.ts'
import { FileError, type Files } from '../files.ts'
import { contentDigest } from '../media/content-digest.ts'
import { PRIVATE_FOLDER, privateFolder, stayInside } from '../private-folder.ts'
import { Bins } from './bins.ts'

/** Where the peaks of recordings are kept: derived, private to this machine, safe to delete. */
export const PEAKS_FOLDER = `${PRIVATE_FOLDER}/index/peaks`
/** What is read in no time is not kept. */
const WORTH_KEEPING = 1 << 20
/** So many recordings; the ones kept first give way. */
const MOST_KEPT = 2000

const MARK = Buffer.from('goldset peaks 1\n', 'latin1')
const DIGEST = 32

/** The recording whose bins are kept, and what its samples are: other samples have other bins. */
export interface KeptFile {
  readonly root: string
  readonly path: string
  readonly size: number
  readonly sampleRate: number
  readonly length: number
}

/** The bins that were kept of a recording; undefined where there are none, or they were damaged. */
export async function keptBins(files: Files, file: KeptFile): Promise<Bins | undefined> {
  if (file.size < WORTH_KEEPING) return undefined
  try {
    const path = await placeOf(files, file)
    if ((await files.stat(path)) === undefined) return undefined
    await stayInside(files, file.root, path)
    return parse(await files.read(path), file)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

/** Keeps bins for the next time, whole or not at all. Where that cannot be, the next time takes longer, and nothing else happens. */
export async function keepBins(files: Files, file: KeptFile, bins: Bins): Promise<void> {
  if (file.size < WORTH_KEEPING || !bins.whole) return
  try {
    const folder = join(file.root, PEAKS_FOLDER)
    await privateFolder(files, file.root)
    await files.makeFolder(folder)
    await stayInside(files, file.root, folder)
    await sweep(files, folder)
    await files.write(await placeOf(files, file), bytesOf(file, bins))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
  }
}

/** By what the file holds, so that a file that moves keeps its peaks. When it was written counts too: it tells of changes that the samples of its bytes miss. */
async function placeOf(files: Files, { root, path, size }: KeptFile): Promise<string> {
  const digest = await contentDigest(files, path, size)
  const changed = (await files.stat(path))?.mtimeMs ?? 0
  const name = createHash('sha256').update(`${digest} ${changed}`).digest('hex')
  return join(root, PEAKS_FOLDER, `${name}.bin`)
}

function bytesOf({ sampleRate, length }: KeptFile, { peaks, levels }: Bins): Uint8Array {
  const about = Buffer.alloc(16)
  about.writeDoubleLE(sampleRate, 0)
  about.writeDoubleLE(length, 8)
  const body = Buffer.concat([about, new Uint8Array(peaks.buffer), levels])
  return Buffer.concat([MARK, createHash('sha256').update(body).digest(), body])
}

function parse(kept: Uint8Array, { sampleRate, length }: KeptFile): Bins | undefined {
  const bytes = Buffer.from(kept.buffer, kept.byteOffset, kept.length)
  const body = bytes.subarray(MARK.length + DIGEST)
  const bins = new Bins(sampleRate, length)
  if (!bytes.subarray(0, MARK.length).equals(MARK) || body.length !== 16 + 3 * bins.total) return undefined
  if (
    !createHash('sha256')
      .update(body)
      .digest()
      .equals(bytes.subarray(MARK.length, MARK.length + DIGEST))
  )
    return undefined
  if (body.readDoubleLE(0) !== sampleRate || body.readDoubleLE(8) !== length) return undefined
  bins.put({
    first: 0,
    peaks: Int8Array.from(body.subarray(16, 16 + 2 * bins.total), value => (value << 24) >> 24),
    levels: Uint8Array.from(body.subarray(16 + 2 * bins.total))
  })
  return bins
}

/** What a process that was killed left behind, and what is kept beyond the most. */
async function sweep(files: Files, folder: string): Promise<void> {
  const kept: { readonly path: string; readonly at: number }[] = []
  for (const { name, kind } of await files.list(folder)) {
    const path = join(folder, name)
    if (kind !== 'file') continue
    if (tempName.test(name)) await files.remove(path)
    else kept.push({ path, at: (await files.stat(path))?.mtimeMs ?? 0 })
  }
  kept.sort((a, b) => a.at - b.at)
  for (const { path } of kept.slice(0, Math.max(0, kept.length - MOST_KEPT + 1))) await files.remove(path)
}
