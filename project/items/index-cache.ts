import { join } from 'node:path'
import { tempName } from '../atomic-write.ts'
import { breather } from '../breather.ts'
import { FileError, type Files } from '../files.ts'
import { PRIVATE_FOLDER, privateFolder, stayInside } from '../private-folder.ts'
import { indexBytes, readIndexBytes, type StoredIndex } from './stored-index.ts'

/** Where the index of a project is kept: derived, private to this machine, safe to delete. */
export const INDEX_FOLDER = `${PRIVATE_FOLDER}/index`
const FILE = 'items.bin'

/** The index that was kept for this project under `key`; undefined if there is none that can be trusted. */
export async function keptIndex(files: Files, root: string, key: string): Promise<StoredIndex | undefined> {
  try {
    const path = join(root, INDEX_FOLDER, FILE)
    if ((await files.stat(path)) === undefined) return undefined
    await stayInside(files, root, path)
    const read = await readIndexBytes(await files.read(path), breather())
    return read.ok && read.value.header.key === key ? read.value : undefined
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

/**
 * Keeps an index for the next time, whole or not at all. Where it cannot be written, the next time takes longer, and
 * nothing else happens.
 */
export async function keepIndex(
  files: Files,
  root: string,
  index: StoredIndex,
  pause: () => Promise<void>
): Promise<void> {
  const folder = join(root, INDEX_FOLDER)
  try {
    await privateFolder(files, root)
    await files.makeFolder(folder)
    await stayInside(files, root, folder)
    await sweep(files, folder)
    const writer = await files.writer(join(folder, FILE))
    try {
      for (const piece of indexBytes(index)) {
        await writer.write(piece)
        await pause()
      }
      await writer.commit()
    } catch (error) {
      await writer.abort()
      throw error
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
  }
}

/** What a process that was killed left behind: no work of anybody's. */
async function sweep(files: Files, folder: string): Promise<void> {
  for (const { name, kind } of await files.list(folder))
    if (kind === 'file' && tempName.test(name)) await files.remove(join(folder, name))
}
