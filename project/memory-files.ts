import { dirname, normalize } from 'node:path/posix'
import { FileError, type Files, type FileWriter } from './files.ts'
import { pathQueue } from './path-queue.ts'

/** What is in memory, by absolute path. */
export interface MemoryFiles extends Files {
  snapshot(): Map<string, Uint8Array>
  /** Writes into a file as an editor does that replaces nothing: the folder around it does not change. */
  editInPlace(path: string, content: string | Uint8Array): void
  /** Milliseconds of this disk's clock, later than all that was written. */
  now(): number
  /** Lets time pass on this disk. */
  wait(ms: number): void
}

export interface MemoryOptions {
  /** Bytes it holds before it is full. Absent: as many as there is memory for. */
  readonly capacity?: number
  /** Milliseconds its times are counted in, 2000 on FAT. Absent: every change has a time of its own. */
  readonly tickMs?: number
  /** Folders keep the time they were made at, as Windows leaves them on FAT. */
  readonly stillFolders?: boolean
}

interface Stored {
  readonly bytes: Uint8Array
  readonly mtimeMs: number
}

/** A disk in memory that keeps every promise of the port except surviving the process. Paths are POSIX. */
export function memoryFiles(
  initial: Record<string, string | Uint8Array> = {},
  options: MemoryOptions = {}
): MemoryFiles {
  const files = new Map<string, Stored>()
  /** When something was last put into, taken out of or replaced in a folder, as disks keep it. */
  const folders = new Map<string, number>([['/', 0]])
  const inOrder = pathQueue()
  const capacity = options.capacity ?? Infinity
  // Never a whole number, as of a disk whose clock is finer than a millisecond.
  let clock = Date.now() + 0.5
  const touch = (path: string) => {
    if (options.stillFolders !== true) folders.set(dirname(path), ++clock)
  }
  const shown = (mtimeMs: number) =>
    options.tickMs === undefined ? mtimeMs : Math.floor(mtimeMs / options.tickMs) * options.tickMs

  const get = (path: string): Stored => {
    const found = files.get(path)
    if (found !== undefined) return found
    if (folders.has(path)) throw new FileError('not-a-file', path, `"${path}" is not a file.`, 'EISDIR')
    throw missing(path)
  }
  const exists = (path: string) => files.has(path) || folders.has(path)
  const makeFolder = (path: string): void => {
    if (folders.has(path)) return
    if (files.has(path))
      throw new FileError('other', path, `"${path}" is in the way: it is not a folder.`, 'EEXIST')
    makeFolder(dirname(path))
    folders.set(path, ++clock)
    touch(path)
  }
  const put = (path: string, bytes: Uint8Array): void => {
    makeFolder(dirname(path))
    if (folders.has(path)) throw new FileError('not-a-file', path, `"${path}" is not a file.`, 'EISDIR')
    if (capacity < Infinity) {
      let size = bytes.length
      for (const [other, stored] of files) if (other !== path) size += stored.bytes.length
      if (size > capacity)
        throw new FileError('full', path, `The disk is full. "${path}" was not saved.`, 'ENOSPC')
    }
    // Always later than any before, as a disk with fine times is.
    files.set(path, { bytes: bytes.slice(), mtimeMs: ++clock })
    touch(path)
  }
  const putNew = (path: string, bytes: Uint8Array): void => {
    if (exists(path)) throw new FileError('exists', path, `"${path}" exists already.`, 'EEXIST')
    put(path, bytes)
  }
  const children = (folder: string): { name: string; kind: 'file' | 'folder' }[] => {
    const inside = (path: string) => path !== '/' && dirname(path) === folder
    const name = (path: string) => path.slice(folder === '/' ? 1 : folder.length + 1)
    return [
      ...[...files.keys()].filter(inside).map(path => ({ name: name(path), kind: 'file' as const })),
      ...[...folders.keys()].filter(inside).map(path => ({ name: name(path), kind: 'folder' as const }))
    ].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  for (const [path, content] of Object.entries(initial)) put(normalize(path), bytesOf(content))

  return {
    async read(path) {
      return get(normalize(path)).bytes.slice()
    },
    async readRange(path, start, length) {
      return get(normalize(path)).bytes.slice(start, start + length)
    },
    async *stream(path) {
      const { bytes } = get(normalize(path))
      for (let start = 0; start < bytes.length; start += 1 << 16) yield bytes.slice(start, start + (1 << 16))
    },
    write: (path, content, { keep } = {}) =>
      inOrder(normalize(path), async () => {
        const before = files.get(normalize(path))
        put(normalize(path), bytesOf(content))
        if (keep !== undefined && before !== undefined) {
          makeFolder(dirname(normalize(keep)))
          files.set(normalize(keep), before)
          touch(normalize(keep))
        }
        return { identity: identityOf(get(normalize(path))) }
      }),
    create: (path, content) =>
      inOrder(normalize(path), async () => putNew(normalize(path), bytesOf(content))),
    async writer(path): Promise<FileWriter> {
      makeFolder(dirname(normalize(path)))
      const chunks: Uint8Array[] = []
      return {
        async write(chunk) {
          chunks.push(bytesOf(chunk).slice())
        },
        async close() {},
        async commit() {
          put(normalize(path), Buffer.concat(chunks))
        },
        async abort() {
          chunks.length = 0
        }
      }
    },
    async stat(path) {
      const found = files.get(normalize(path))
      if (found !== undefined)
        return {
          kind: 'file',
          size: found.bytes.length,
          mtimeMs: shown(found.mtimeMs),
          identity: identityOf(found)
        }
      const changed = folders.get(normalize(path))
      return changed === undefined
        ? undefined
        : { kind: 'folder', size: 0, mtimeMs: shown(changed), identity: String(changed) }
    },
    async list(path) {
      const folder = normalize(path)
      if (!folders.has(folder)) throw missing(path)
      return children(folder)
    },
    async move(from, to) {
      const [source, target] = [normalize(from), normalize(to)]
      if (!exists(source)) throw missing(source)
      if (exists(target)) throw new FileError('exists', target, `"${target}" exists already.`, 'EEXIST')
      makeFolder(dirname(target))
      const moved = (path: string) => path === source || path.startsWith(`${source}/`)
      const renamed = (path: string) => target + path.slice(source.length)
      for (const [path, stored] of [...files])
        if (moved(path) && files.delete(path)) files.set(renamed(path), stored)
      for (const [path, changed] of [...folders])
        if (moved(path) && folders.delete(path)) folders.set(renamed(path), changed)
      touch(source)
      touch(target)
    },
    async copy(from, to) {
      put(normalize(to), get(normalize(from)).bytes)
    },
    async remove(path) {
      const target = normalize(path)
      if (files.delete(target)) return void touch(target)
      if (!folders.has(target)) throw missing(target)
      if (children(target).length > 0)
        throw new FileError('other', target, `"${target}" is a folder and not empty.`, 'ENOTEMPTY')
      folders.delete(target)
      touch(target)
    },
    async makeFolder(path) {
      makeFolder(normalize(path))
    },
    async realPath(path) {
      if (!exists(normalize(path))) throw missing(path)
      return normalize(path)
    },
    editInPlace(path, content) {
      get(normalize(path))
      files.set(normalize(path), { bytes: bytesOf(content), mtimeMs: ++clock })
    },
    now: () => clock + 1,
    wait(ms) {
      clock += ms
    },
    snapshot: () => new Map([...files].map(([path, stored]) => [path, stored.bytes.slice()]))
  }
}

/** No two files are ever put at the same time. */
function identityOf({ mtimeMs }: Stored): string {
  return String(mtimeMs)
}

function missing(path: string): FileError {
  return new FileError('missing', path, `"${path}" is not there.`, 'ENOENT')
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return new Uint8Array(bytes)
}
