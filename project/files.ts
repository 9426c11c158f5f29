/** Why a file operation failed, in words the person can use. `code` is the system's. */
export class FileError extends Error {
  constructor(
    readonly kind: 'missing' | 'denied' | 'full' | 'read-only' | 'exists' | 'not-a-file' | 'other',
    readonly path: string,
    message: string,
    readonly code?: string
  ) {
    super(message)
    this.name = 'FileError'
  }
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other'
  readonly size: number
  readonly mtimeMs: number
  /** Another one whenever the file was replaced or written to. Means nothing between two disks or two runs. */
  readonly identity: string
}

export interface FolderEntry {
  readonly name: string
  /** `link` is never followed here. */
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

/**
 * The disk, as the application sees it. Paths are absolute. Every method rejects with `FileError` and nothing else;
 * a missing file is an error, never an empty one. `disk-files.ts` is the real one, `memory-files.ts` holds to the same tests.
 */
export interface Files {
  read(path: string): Promise<Uint8Array>
  /** Up to `length` bytes from `start`. */
  readRange(path: string, start: number, length: number): Promise<Uint8Array>
  stream(path: string): AsyncIterable<Uint8Array>
  /**
   * Replaces the whole file or leaves it byte for byte as it was. Resolves only when the bytes and the name are
   * on the disk. Makes missing folders. Calls for one path run one after another.
   * Resolves to the identity that `stat` gives for what was written. With `keep`, the bytes that were there are findable under that path afterwards, as far as the disk allows.
   */
  write(
    path: string,
    content: string | Uint8Array,
    options?: { readonly keep?: string }
  ): Promise<{ readonly identity: string }>
  /** Like `write`, and rejects with `exists` if there is a file already. */
  create(path: string, content: string | Uint8Array): Promise<void>
  /** A sink for a large file: nothing is there under `path` until `commit` resolves; `abort` leaves no trace. */
  writer(path: string): Promise<FileWriter>
  /** Undefined if there is nothing; rejects if it cannot be known, as for a link whose target is not there. Follows links. */
  stat(path: string): Promise<FileStat | undefined>
  /** Sorted by name, by code unit. */
  list(path: string): Promise<readonly FolderEntry[]>
  /** Rejects with `exists` if the target exists. */
  move(from: string, to: string): Promise<void>
  /** One file; replaces as `write` does. */
  copy(from: string, to: string): Promise<void>
  /** A file, a link (never its target) or an empty folder. */
  remove(path: string): Promise<void>
  /** With the folders above it; fine if it is there. */
  makeFolder(path: string): Promise<void>
  /** With every link resolved. */
  realPath(path: string): Promise<string>
}

export interface FileWriter {
  write(chunk: string | Uint8Array): Promise<void>
  /** Says that all is written: the bytes are on the disk and nothing is held open until `commit` gives them their name. */
  close(): Promise<void>
  commit(): Promise<void>
  abort(): Promise<void>
}
