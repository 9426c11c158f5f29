import { join } from 'node:path'
import type { Problem } from '../schemas/schema.ts'
import { tempName } from './atomic-write.ts'
import { FileError, type Files, type FolderEntry } from './files.ts'
import { INDEX_FOLDER } from './items/index-cache.ts'
import { LABELS_FOLDER } from './label-files.ts'
import { PRIVATE_FOLDER, privateFolder, stayInside } from './private-folder.ts'

const RECOVERED = `${PRIVATE_FOLDER}/recovered`

/** Where a save of ours can have been interrupted, and how many folders deep. */
const places: readonly [string, number][] = [
  ['', 0],
  [LABELS_FOLDER, 2],
  [PRIVATE_FOLDER, 1]
]

/**
 * Moves what interrupted saves left behind to `.goldset/recovered/` and says so. Only for the holder of the lock:
 * another's temp file may be a save in progress.
 */
export async function sweepTemps(files: Files, root: string): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const [folder, depth] of places) await sweep(files, root, folder, depth, problems)
  return problems
}

async function sweep(
  files: Files,
  root: string,
  folder: string,
  depth: number,
  problems: Problem[]
): Promise<void> {
  // An index is derived: whoever writes it next sweeps what was left of it.
  if (folder === RECOVERED || folder === INDEX_FOLDER) return
  for (const { name, kind } of await entriesOf(files, join(root, folder))) {
    const place = folder === '' ? name : `${folder}/${name}`
    if (kind === 'folder' && depth > 0) await sweep(files, root, place, depth - 1, problems)
    if (kind === 'file' && tempName.test(name)) problems.push(await moveAway(files, root, place))
  }
}

async function moveAway(files: Files, root: string, place: string): Promise<Problem> {
  const name = place.slice(place.lastIndexOf('/') + 1)
  const target = `${RECOVERED}/${name.slice(1)}`
  try {
    await privateFolder(files, root)
    await stayInside(files, root, join(root, target))
    await files.move(join(root, place), join(root, target))
    return {
      file: place,
      message: `A save was interrupted here and never confirmed. What it had written is now ${target}; the file it was meant for is as it was before.`
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return {
      file: place,
      message: `A save was interrupted here, and what it left could not be moved. ${error.message}`
    }
  }
}

async function entriesOf(files: Files, folder: string): Promise<readonly FolderEntry[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    // Whoever reads the folder for its own sake reports it.
    if (error instanceof FileError) return []
    throw error
  }
}
