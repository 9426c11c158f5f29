import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, fileError } from './file-error.ts'
import { FileError } from './files.ts'
import { fsync } from './fsync.ts'

/*
 * How bytes get to the disk. The order is the promise: temp file in the same folder, every byte written, fsync, close,
 * rename, fsync of the folder, and only then resolve. A power cut at any moment leaves the old file or the new one.
 *
 * Calls that only touch the cache are synchronous: each trip to the thread pool costs more than they do.
 */

/** Temp files are found by this name after a crash. Random, so that two writers never share one. */
function tempPath(folder: string): string {
  return join(folder, `.goldset-${randomBytes(8).toString('hex')}.tmp`)
}

export const tempName = /^\.goldset-[0-9a-f]{16}\.tmp$/

/**
 * Replaces `path` or leaves it as it was. `keep`: a second name for the bytes that are replaced, best effort.
 * A failed fsync is never tried again on the same file: the kernel has already forgotten what was not written.
 * Resolves to the identity of the new file.
 */
export async function replaceFile(path: string, bytes: Uint8Array, keep?: string): Promise<string> {
  const { temp, identity } = await writeTemp(path, bytes)
  const old = keep === undefined ? undefined : keepPrevious(path, keep)
  try {
    await renameOver(temp, path)
  } catch (error) {
    removeQuietly(temp)
    throw fileError(error, path, 'write')
  }
  await syncFolder(dirname(path), path)
  if (old !== undefined) removeSoon(old)
  return identity
}

/** Changes whenever a file is replaced or written to: our own replacing always makes a new one. */
export function identityOf(stat: fs.BigIntStats): string {
  return `${stat.ino} ${stat.mtimeNs} ${stat.size}`
}

/** Rejects with `exists` if anything has that name, decided by the system in one step. */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const { temp } = await writeTemp(path, bytes)
  try {
    await placeNew(temp, path)
  } catch (error) {
    removeQuietly(temp)
    throw fileError(error, path, 'write')
  }
  await syncFolder(dirname(path), path)
}

/** Gives `from` the new name `to` unless something has that name. The folders are left to sync. */
export async function placeNew(from: string, to: string): Promise<void> {
  try {
    fs.linkSync(from, to)
    fs.unlinkSync(from)
  } catch (error) {
    if (!refusesLinks(error)) throw error
    // No hard links here (FAT, some network drives): reserve the name, then replace the reservation.
    fs.closeSync(fs.openSync(to, 'wx'))
    await renameOver(from, to)
  }
}

/** A new file under a temp name, open for writing. */
export async function openTemp(path: string): Promise<{ fd: number; temp: string }> {
  const temp = tempPath(dirname(path))
  try {
    return { fd: fs.openSync(temp, 'wx', 0o666), temp }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw fileError(error, path, 'write')
  }
  await makeFolders(dirname(path))
  try {
    return { fd: fs.openSync(temp, 'wx', 0o666), temp }
  } catch (error) {
    throw fileError(error, path, 'write')
  }
}

/** Writes every byte at `position` or throws. */
export function writeAll(fd: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) {
    const written = fs.writeSync(fd, bytes, done, bytes.length - done, position + done)
    // An almost full disk takes a part, then says so with the next call. Nothing at all would loop for ever.
    if (written === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
    done += written
  }
}

/** Makes the folder and those above it, each name on the disk before this resolves. */
export async function makeFolders(folder: string): Promise<void> {
  try {
    fs.mkdirSync(folder)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') {
      if (fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return
      throw new FileError('other', folder, `"${folder}" is in the way: it is not a folder.`, code)
    }
    // Where nobody can make folders, as in /proc, the system says ENOENT of a folder that is there: no second try.
    const above = dirname(folder)
    if (code !== 'ENOENT' || above === folder || fs.existsSync(above)) throw fileError(error, folder, 'make')
    await makeFolders(dirname(folder))
    return makeFolders(folder)
  }
  try {
    await syncFolder(dirname(folder), folder)
  } catch (error) {
    // Left there, the next save would find it and not sync it again.
    removeFolderQuietly(folder)
    throw error
  }
}

/** Puts the names in a folder on the disk. Windows has no such call and needs none: NTFS journals names. */
export async function syncFolder(folder: string, about: string): Promise<void> {
  if (process.platform === 'win32') return
  let fd: number | undefined
  try {
    fd = fs.openSync(folder, 'r')
    await fsync(fd)
  } catch (error) {
    throw fileError(error, about, 'confirm')
  } finally {
    if (fd !== undefined) fs.closeSync(fd)
  }
}

/** Puts the bytes on the disk and closes; on failure the temp file is gone. */
export async function finishTemp(fd: number, temp: string, path: string): Promise<void> {
  try {
    await fsync(fd)
  } catch (error) {
    closeQuietly(fd)
    removeQuietly(temp)
    throw fileError(error, path, 'write')
  }
  try {
    // Some network drives report a failed write only here.
    fs.closeSync(fd)
  } catch (error) {
    removeQuietly(temp)
    throw fileError(error, path, 'write')
  }
}

async function writeTemp(path: string, bytes: Uint8Array): Promise<{ temp: string; identity: string }> {
  const { fd, temp } = await openTemp(path)
  let identity: string
  try {
    writeAll(fd, bytes, 0)
    identity = identityOf(fs.fstatSync(fd, { bigint: true }))
  } catch (error) {
    closeQuietly(fd)
    removeQuietly(temp)
    throw fileError(error, path, 'write')
  }
  await finishTemp(fd, temp, path)
  return { temp, identity }
}

/**
 * On Windows a virus scanner or a sync client may hold the target for a moment: tried again for about three seconds.
 * Never copied over the target instead, which could tear the only good copy.
 */
export async function renameOver(
  from: string,
  to: string,
  platform: NodeJS.Platform = process.platform,
  rename: (from: string, to: string) => void = fs.renameSync
): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      rename(from, to)
      return
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')
      if (platform !== 'win32' || !held || wait > 1500) throw error
      await new Promise(resolve => setTimeout(resolve, wait))
    }
  }
}

/**
 * A copy more or less never keeps the new bytes from being saved: whatever fails here is let go.
 * Returns the name of the copy before, which is no longer needed: to remove it is what takes long.
 */
function keepPrevious(path: string, keep: string): string | undefined {
  if (!fs.existsSync(path)) return undefined
  const old = `${keep}.old`
  try {
    try {
      // Over what an app that was ended here left behind.
      renameQuietly(keep, old)
      fs.linkSync(path, keep)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
      fs.mkdirSync(dirname(keep), { recursive: true })
      fs.linkSync(path, keep)
    }
  } catch (error) {
    if (refusesLinks(error)) copyQuietly(path, keep)
  }
  return old
}

function copyQuietly(from: string, to: string): void {
  try {
    fs.copyFileSync(from, to)
  } catch {
    removeQuietly(to)
  }
}

function refusesLinks(error: unknown): boolean {
  return ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(codeOf(error) ?? '')
}

/** The failure that led here is the one to report. */
export function removeQuietly(path: string): void {
  try {
    fs.unlinkSync(path)
  } catch {
    // Found by its name and swept when the project is opened next.
  }
}

/** In the thread pool, where nobody waits for it. */
function removeSoon(path: string): void {
  fs.unlink(path, () => {
    // Left there, it is replaced with the next copy.
  })
}

function renameQuietly(from: string, to: string): void {
  try {
    fs.renameSync(from, to)
  } catch {
    // Not there, or not to be moved: then the copy cannot be made, which is let go too.
  }
}

function removeFolderQuietly(folder: string): void {
  try {
    fs.rmdirSync(folder)
  } catch {
    // Something is in it already: it belongs to somebody now.
  }
}

export function closeQuietly(fd: number): void {
  try {
    fs.closeSync(fd)
  } catch {
    // As above.
  }
}
