import type { Files } from './files.ts'

/** What is in memory, by absolute path. */
export interface MemoryFiles extends Files {
  snapshot(): Map<string, Uint8Array>
}

export interface MemoryOptions {
  /** Bytes it holds before it is full. Absent: as many as there is memory for. */
  readonly capacity?: number
}

/** A disk in memory that keeps every promise of the port except surviving the process. */
export function memoryFiles(
  _initial: Record<string, string | Uint8Array> = {},
  _options: MemoryOptions = {}
): MemoryFiles {
  throw new Error('not built yet')
}
