/**
 * Names for the pictures or recordings of an export that has a file of labels for each of them under the same stem: the path in the
 * project, and `~2` where another has that stem already (`a.jpg` beside `a.png`). Compared without case, as the
 * disks of Windows and macOS do.
 */
export class ExportNames {
  // By number of the name, the last `~n` it was given: there may be a million. Two names that share a number only
  // cost a needless `~2`.
  readonly #taken = new Map<number, number>()

  /** `stem` is the path without the extension, `path` with it. Both stay inside the folder they are put into. */
  nameFor(path: string): { readonly stem: string; readonly path: string } {
    const safe = path
      .split('/')
      .map(part =>
        part === '' || part === '.' || part === '..' ? '_' : part.replace(/[\\:*?"<>|\0-\x1f]/g, '_')
      )
      .join('/')
    const dot = safe.lastIndexOf('.')
    const [stem, extension] =
      dot > safe.lastIndexOf('/') + 1 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, '']
    const key = hashOf(stem.toLowerCase())
    let free = stem
    for (let n = (this.#taken.get(key) ?? 1) + 1; this.#taken.has(hashOf(free.toLowerCase())); n++) {
      free = `${stem}~${n}`
      this.#taken.set(key, n)
    }
    this.#taken.set(hashOf(free.toLowerCase()), 1)
    return { stem: free, path: free + extension }
  }
}

/** 53 bits of a text: two 32-bit FNV-1a hashes with different starts. */
function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9dc5811c]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x01000197)
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0)
}
