import fs from 'node:fs'
import { promisify } from 'node:util'

const inPool = promisify(fs.fsync)

/** A pause this long cannot be felt; a trip to the thread pool costs more than a good disk takes. */
const unfeltMs = 2

/** How long the last one took. */
let lastMs = 0

/**
 * Puts what was written to `fd` on the disk. While the disk answers at once it is waited for on this thread; from the
 * first slow answer on (a stick, a share) in the thread pool, so that the program goes on, until it is quick again.
 */
export async function fsync(fd: number): Promise<void> {
  const started = performance.now()
  try {
    if (lastMs < unfeltMs) fs.fsyncSync(fd)
    else await inPool(fd)
  } finally {
    lastMs = performance.now() - started
  }
}
