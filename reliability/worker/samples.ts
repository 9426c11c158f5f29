import type { LabelDraft } from '../../project/label-store.ts'
import { draftOf } from '../../project/test/label-samples.ts'
import type { Item } from '../../schemas/item.ts'

export { draftOf, itemOf, tinyProject } from '../../project/test/label-samples.ts'

/** A draft whose file is a little larger than `bytes`, and tells from its content whether it is whole. */
export function paddedDraft(item: Item, revision: number, bytes: number): LabelDraft {
  const made = revision + 1
  return draftOf(item, {
    revision,
    answers: {
      padding: { made, text: String.fromCharCode(97 + (made % 26)).repeat(bytes), madeAgain: made }
    },
    labelers: {}
  })
}

/** Whether all of it was made for one save; with `revision`, for the one that should have made it. */
export function isWhole(padding: unknown, revision?: number): boolean {
  const { made, text, madeAgain } = padding as { made: number; text: string; madeAgain: number }
  return made === madeAgain && new Set(text).size <= 1 && (revision ?? made) === made
}
