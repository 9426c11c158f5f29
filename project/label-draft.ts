import { LABEL_FORMAT, type LabelFile } from '../schemas/label-file.ts'
import type { LabelDraft } from './label-contract.ts'

/** The next version of a label file: the draft's word on the tasks it speaks for, the file's on all else. */
export function labelOf(draft: LabelDraft, base: LabelFile | undefined, now: Date): LabelFile {
  const { item, annotator, status } = draft
  const { skipReason: _before, ...kept } = base ?? ({} as Partial<LabelFile>)
  const speaksFor = new Set([...Object.keys(draft.labelers), ...Object.keys(draft.answers)])
  const answers = merged(base?.answers, draft.answers, speaksFor)
  const marks = merged(base?.labelers, draft.labelers, speaksFor)
  return {
    ...kept,
    goldset: LABEL_FORMAT,
    item: { ...base?.item, id: item.id, source: item.source, fingerprint: item.fingerprint },
    annotator,
    status,
    answers: Object.fromEntries(answers),
    labelers: Object.fromEntries([...marks].filter(([task]) => answers.has(task))) as Record<string, string>,
    comments: [...draft.comments],
    unsure: draft.unsure,
    ...(draft.skipReason === undefined ? {} : { skipReason: draft.skipReason }),
    schemaVersion: draft.schemaVersion,
    guidelineVersion: draft.guidelineVersion,
    revision: (base?.revision ?? draft.revision) + 1,
    savedAt: now.toISOString(),
    activeMs: draft.activeMs
  }
}

/** In the order of the file, then of the draft, so that a save changes no more lines than it must. */
function merged(
  before: Readonly<Record<string, unknown>> | undefined,
  draft: Readonly<Record<string, unknown>>,
  speaksFor: ReadonlySet<string>
): Map<string, unknown> {
  const result = new Map(
    Object.entries(before ?? {}).filter(([task]) => !speaksFor.has(task) || Object.hasOwn(draft, task))
  )
  for (const [task, value] of Object.entries(draft)) result.set(task, value)
  return result
}

/** Tells apart two files of one revision that two computers wrote. */
export function stampOf(label: LabelFile): string {
  return `${label.revision} ${label.savedAt}`
}
