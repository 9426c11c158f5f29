import fs from 'node:fs'
import { dirname } from 'node:path'
import {
  closeQuietly,
  createFile,
  finishTemp,
  identityOf,
  makeFolders,
  openTemp,
  placeNew,
  removeQuietly,
  renameOver,
  replaceFile,
  syncFolder,
  writeAll
} from './atomic-write.ts'
import { codeOf, type Doing, fileError } from './file-error.ts'
import { FileError, type FileStat, type Files, type FileWriter, type FolderEntry } from './files.ts'
import { pathQueue } from './path-queue.ts'

// For the whole process: two `diskFiles()` of one process keep the order too.
const inOrder = pathQueue()

/** Larger files are read in pieces, so that the program goes on meanwhile. */
const atOnce = 1 << 20

/** The real disk. */
export function diskFiles(): Files {
  return {
    read,
    readRange,
    stream,
    write: (path, content, options) =>
      inOrder(path, async () => ({ identity: await replaceFile(path, bytesOf(content), options?.keep) })),
    create: (path, content) => inOrder(path, () => createFile(path, bytesOf(content))),
    writer,
    stat,
    list,
    move,
    copy,
    remove,
    makeFolder: makeFolders,
    realPath: path => attempt(path, 'read', () => fs.realpathSync.native(path))
  }
}

async function read(path: string): Promise<Uint8Array> {
  const { fd, size } = openToRead(path)
  try {
    return size <= atOnce ? readSync(fd, 0, size + 1, true) : await readPieces(fd, size)
  } catch (error) {
    throw fileError(error, path, 'read')
  } finally {
    fs.closeSync(fd)
  }
}

async function readRange(path: string, start: number, length: number): Promise<Uint8Array> {
  const { fd, size } = openToRead(path)
  try {
    return readSync(fd, start, Math.max(0, Math.min(length, size - start)), false)
  } catch (error) {
    throw fileError(error, path, 'read')
  } finally {
    fs.closeSync(fd)
  }
}

async function* stream(path: string): AsyncIterable<Uint8Array> {
  const { fd } = openToRead(path)
  try {
    for await (const chunk of fs.createReadStream(path, {
      fd,
      autoClose: false,
      start: 0,
      highWaterMark: 1 << 16
    }))
      yield plain(chunk as Buffer)
  } catch (error) {
    throw fileError(error, path, 'read')
  } finally {
    fs.closeSync(fd)
  }
}

async function writer(path: string): Promise<FileWriter> {
  const { fd, temp } = await openTemp(path)
  let state: 'open' | 'closed' | 'gone' = 'open'
  let end = 0
  const close = async () => {
    if (state !== 'open') return
    // On failure the temp file is gone.
    state = 'gone'
    await finishTemp(fd, temp, path)
    state = 'closed'
  }
  return {
    close,
    async write(chunk) {
      const bytes = bytesOf(chunk)
      try {
        writeAll(fd, bytes, end)
        end += bytes.length
      } catch (error) {
        throw fileError(error, path, 'write')
      }
    },
    async commit() {
      await close()
      state = 'gone'
      try {
        await renameOver(temp, path)
      } catch (error) {
        removeQuietly(temp)
        throw fileError(error, path, 'write')
      }
      await syncFolder(dirname(path), path)
    },
    async abort() {
      if (state === 'gone') return
      if (state === 'open') closeQuietly(fd)
      state = 'gone'
      removeQuietly(temp)
    }
  }
}

async function stat(path: string): Promise<FileStat | undefined> {
  return attempt(path, 'read', () => {
    let found: fs.BigIntStats
    try {
      found = fs.statSync(path, { bigint: true })
    } catch (error) {
      if (codeOf(error) === 'ENOENT') refuseDanglingLink(path)
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
      throw error
    }
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
    const size = kind === 'file' ? Number(found.size) : 0
    return { kind, size, mtimeMs: Number(found.mtimeNs) / 1e6, identity: identityOf(found) }
  })
}

async function list(path: string): Promise<readonly FolderEntry[]> {
  const entries = await attempt(path, 'list', () => fs.readdirSync(path, { withFileTypes: true }))
  return entries
    .map(entry => ({ name: entry.name, kind: kindOf(entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function move(from: string, to: string): Promise<void> {
  try {
    const folder = fs.lstatSync(from).isDirectory()
    await makeFolders(dirname(to))
    if (folder) {
      if (fs.lstatSync(to, { throwIfNoEntry: false }) !== undefined)
        throw new FileError('exists', to, `"${to}" exists already.`, 'EEXIST')
      fs.renameSync(from, to)
    } else await placeNew(from, to)
  } catch (error) {
    throw fileError(error, codeOf(error) === 'EEXIST' ? to : from, 'move')
  }
  await syncFolder(dirname(to), to)
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from), from)
}

async function copy(from: string, to: string): Promise<void> {
  const target = await writer(to)
  try {
    for await (const chunk of stream(from)) await target.write(chunk)
  } catch (error) {
    await target.abort()
    throw error
  }
  await target.commit()
}

async function remove(path: string): Promise<void> {
  await attempt(path, 'remove', () => {
    if (fs.lstatSync(path).isDirectory()) fs.rmdirSync(path)
    else fs.unlinkSync(path)
  })
  await syncFolder(dirname(path), path)
}

function openToRead(path: string): { fd: number; size: number } {
  let fd: number
  try {
    // A pipe or a device in place of a file must not hang us.
    fd = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') refuseDanglingLink(path)
    throw fileError(error, path, 'read')
  }
  const found = fs.fstatSync(fd)
  if (found.isFile()) return { fd, size: found.size }
  fs.closeSync(fd)
  throw new FileError('not-a-file', path, `"${path}" is not a file.`)
}

/** A link whose target is gone (a drive that is not plugged in) is not "nothing there". */
function refuseDanglingLink(path: string): void {
  let link: fs.Stats | undefined
  try {
    link = fs.lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return
  }
  if (link?.isSymbolicLink() === true)
    throw new FileError('other', path, `"${path}" is a link to something that is not there.`, 'ENOENT')
}

/** With `toEnd`, goes on past `length` if the file grew since it was measured. */
function readSync(fd: number, start: number, length: number, toEnd: boolean): Uint8Array {
  let bytes = Buffer.allocUnsafeSlow(length)
  let done = 0
  for (;;) {
    const count = fs.readSync(fd, bytes, done, bytes.length - done, start + done)
    done += count
    if (count === 0 || (done === bytes.length && !toEnd)) return plain(bytes.subarray(0, done))
    if (done === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafeSlow(bytes.length)])
  }
}

async function readPieces(fd: number, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size)
  let done = 0
  while (done < size) {
    const count = fs.readSync(fd, bytes, done, Math.min(atOnce, size - done), done)
    if (count === 0) break
    done += count
    await new Promise(resolve => setImmediate(resolve))
  }
  return plain(bytes.subarray(0, done))
}

async function attempt<T>(path: string, doing: Doing, run: () => T): Promise<T> {
  try {
    return run()
  } catch (error) {
    throw fileError(error, path, doing)
  }
}

function kindOf(entry: fs.Dirent): FolderEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content
}

/** Both implementations of the port give the same kind of array. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
}
