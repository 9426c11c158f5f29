/*
 * A folder whose time of change is what it was holds the files it held: replacing a file always changes it. Two things
 * make that untrue, and both are told by the time itself.
 */

/** FAT counts in two seconds; the rest is for clocks that are read one after another. */
const tickMs = 2500

/**
 * Whether a time of change is old enough that a later change must have another one. Younger than a tick of the coarsest
 * disk, one more change may hide behind the same time, as git knows of its index.
 */
export function isSettled(mtimeMs: number, lookedAt: number): boolean {
  return lookedAt - mtimeMs >= tickMs
}

/**
 * Whether a time is one of a disk that counts in hundredths of a second or more (exFAT, FAT, HFS+, some shares). Those
 * disks may not keep the times of folders at all, as Windows does not on FAT. On a finer disk one in some ten thousand
 * looks so too, and then costs a look at each file.
 */
export function isCoarse(mtimeMs: number): boolean {
  return mtimeMs % 10 === 0
}
