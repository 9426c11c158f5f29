import { labelerOf } from '../labelers/index.ts'
import { LABEL_FORMAT, LabelFile, statuses } from '../schemas/label-file.ts'
import { Id, type Problem } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'
import { type DocumentFormat, isRecord, type ReadDocument } from './document.ts'
import { itemKey } from './item-key.ts'
import { newerSentence } from './validated-file.ts'

export const LABELS_FOLDER = 'labels'

/** Answers come last: when a file is cut short, what it is about is still there. */
export const labelFormat: DocumentFormat<LabelFile> = {
  name: 'label',
  version: 1,
  schema: LabelFile,
  order: [
    'goldset',
    'item',
    'annotator',
    'status',
    'unsure',
    'skipReason',
    'schemaVersion',
    'guidelineVersion',
    'revision',
    'savedAt',
    'activeMs',
    'labelers',
    'comments',
    'answers'
  ],
  maxBytes: 64 << 20
}

/** Where a label file is, relative to the project, POSIX. */
export function labelPlace(annotator: string, itemId: string): string {
  const { shard, name } = itemKey(itemId)
  return `${LABELS_FOLDER}/${annotator}/${shard}/${name}.json`
}

export function isAnnotatorId(name: string): boolean {
  return validate(Id, name).length === 0
}

export type LoadedLabel =
  | { readonly kind: 'none' }
  | { readonly kind: 'label'; readonly label: LabelFile; readonly readOnly?: string }
  /** `unreadable`: the system did not give it out, so nothing is known about what it holds. */
  | { readonly kind: 'damaged' | 'unreadable'; readonly problem: Problem }

/** What a document at a place means as a label file. */
export function asLabel(read: ReadDocument<LabelFile>, place: string): LoadedLabel {
  switch (read.kind) {
    case 'missing':
      return { kind: 'none' }
    case 'unreadable':
    case 'damaged':
      return { kind: read.kind, problem: read.problem }
    case 'newer':
      return { kind: 'label', label: ofNewer(read.value, place), readOnly: newerSentence(read.mark) }
    case 'document': {
      const label = read.value
      const stranger = foreign(label, place)
      if (stranger !== undefined) return { kind: 'damaged', problem: stranger }
      const readOnly = newerLabeler(label)
      return readOnly === undefined ? { kind: 'label', label } : { kind: 'label', label, readOnly }
    }
  }
}

function foreign(label: LabelFile, place: string): Problem | undefined {
  const annotator = place.split('/')[1]
  if (label.annotator !== annotator)
    return {
      file: place,
      path: '/annotator',
      message: `These are labels of "${label.annotator}", in the folder of "${annotator}".`
    }
  if (labelPlace(label.annotator, label.item.id) === place) return undefined
  return {
    file: place,
    path: '/item/id',
    message: `These are labels of the item "${shortened(label.item.id)}", whose file has another name.`
  }
}

function newerLabeler(label: LabelFile): string | undefined {
  for (const [task, mark] of Object.entries(label.labelers)) {
    const [, id, version] = /^(.*)\/([1-9][0-9]{0,8})$/.exec(mark) ?? []
    const known = id === undefined ? undefined : labelerOf(id)
    if (known !== undefined && Number(version) > known.version)
      return `The answer of "${task}" was written by a newer version of Goldset (${mark}). It can be read and not changed; update Goldset to work on it.`
  }
  return undefined
}

/** Enough of a label file of a version to come to show it: what has the shape we know, and nothing made up besides. */
function ofNewer(value: Partial<LabelFile>, place: string): LabelFile {
  const record: Record<string, unknown> = value
  const item = isRecord(record['item']) ? record['item'] : {}
  const text = (of: unknown) => (typeof of === 'string' ? of : '')
  const count = (of: unknown, least: number) =>
    typeof of === 'number' && Number.isSafeInteger(of) && of >= least ? of : least
  return {
    ...record,
    goldset: LABEL_FORMAT,
    item: {
      ...item,
      id: text(item['id']),
      source: text(item['source']),
      fingerprint: text(item['fingerprint'])
    },
    annotator: place.split('/')[1] ?? '',
    status: statuses.find(status => status === record['status']) ?? 'draft',
    answers: isRecord(record['answers']) ? record['answers'] : {},
    labelers: isRecord(record['labelers']) ? (record['labelers'] as Record<string, string>) : {},
    schemaVersion: count(record['schemaVersion'], 1),
    guidelineVersion: count(record['guidelineVersion'], 0),
    revision: count(record['revision'], 1),
    savedAt: text(record['savedAt']),
    activeMs: count(record['activeMs'], 0)
  }
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}
