import type { LabelFile } from '../schemas/label-file.ts'
import type { LabelDraft } from './label-contract.ts'
import { stampOf } from './label-draft.ts'

/**
 * What was last seen of label files, by place: it tells two files of the same revision apart, and a file that somebody else
 * wrote from one of our own.
 */
export class LabelSightings {
  readonly #seen = new Map<string, { readonly revision: number; readonly stamp: string }>()
  /** Places where a save was refused because of what is there, until they are read again. */
  readonly #contested = new Set<string>()
  /** What a save that failed may have put on the disk all the same. */
  readonly #attempted = new Map<string, string>()

  /**
   * A file was read for the person. Another file of a revision that was seen before is not what they have before them, who
   * opened the first: it counts as seen once a save has been refused because of it.
   */
  look(place: string, label: LabelFile): void {
    if (this.#seen.get(place)?.revision === label.revision && !this.#contested.has(place)) return
    this.#contested.delete(place)
    this.#see(place, label)
  }

  /** Keeps in mind what a write puts there, whether it gets to its end or not. */
  async during(place: string, label: LabelFile, write: () => Promise<void>): Promise<void> {
    this.#attempted.set(place, stampOf(label))
    await write()
    this.#attempted.delete(place)
    this.#see(place, label)
  }

  /** Why there is no overwriting what is on the disk. */
  conflict(place: string, base: LabelFile, draft: LabelDraft): string | undefined {
    const stamp = stampOf(base)
    if (stamp === this.#attempted.get(place)) return undefined
    const seen = this.#seen.get(place)
    if (base.revision === draft.revision && (seen === undefined || seen.stamp === stamp)) return undefined
    this.#contested.add(place)
    const made = draft.revision === 0 ? 'before there was a file' : `from revision ${draft.revision}`
    return `The file was changed by something else, such as a sync service or git: it is revision ${base.revision} of ${base.savedAt}, and this was made ${made}. Nothing was overwritten. Open the item again to see what is there.`
  }

  #see(place: string, label: LabelFile): void {
    this.#seen.set(place, { revision: label.revision, stamp: stampOf(label) })
  }
}
