import type { Item } from '../../schemas/item.ts'
import type { LabelFile, Status } from '../../schemas/label-file.ts'
import type { Problem } from '../../schemas/schema.ts'
import type { Dropped } from '../export-project.ts'
import { mediaItem } from '../media/media-item.ts'
import type { OpenProject } from '../open-project.ts'

/** Which label files there are, before any is read for export. */
export interface Survey {
  /** Sorted. */
  readonly annotators: readonly string[]
  /** By annotator, by item id: those that pass the filters. */
  readonly wanted: ReadonlyMap<string, ReadonlyMap<string, Status>>
  /** Label files that pass the filters, and those whose status cannot be known. */
  readonly considered: number
  /** Damaged files and files without an item. */
  readonly dropped: readonly Dropped[]
  readonly damaged: number
  /** Items for which no label file passes. */
  readonly unanswered: number
}

export interface StoredAnswerSheet {
  readonly item: Item
  /** Absent for an item without a label file. */
  readonly label?: LabelFile
}

export async function surveyLabels(
  open: OpenProject,
  filter: { readonly annotator?: string | undefined; readonly status: 'submitted' | 'all' }
): Promise<Survey> {
  await open.items.whole
  const all = [...(await open.labels.annotators())].sort()
  const annotators = filter.annotator === undefined ? all : all.filter(one => one === filter.annotator)
  const passes = (status: Status) =>
    filter.status === 'all' || status === 'submitted' || status === 'accepted'
  const wanted = new Map<string, ReadonlyMap<string, Status>>()
  const answered = new Set<string>()
  const dropped: Dropped[] = []
  let considered = 0
  let damaged = 0
  for (const annotator of annotators) {
    const { byItem, problems } = await statusesOf(open, annotator)
    for (const problem of problems) {
      dropped.push({ item: problem.file ?? '', annotator, reason: problem.message })
    }
    damaged += problems.length
    considered += problems.length
    const passing = new Map<string, Status>()
    for (const [id, status] of byItem) {
      if (!passes(status)) continue
      considered++
      if (open.items.positionOf(id) === undefined) {
        dropped.push({ item: id, annotator, reason: 'The project has no such item any more.' })
      } else {
        passing.set(id, status)
        answered.add(id)
      }
    }
    wanted.set(annotator, passing)
  }
  const { count, holes } = open.items
  return { annotators, wanted, considered, dropped, damaged, unanswered: count - holes - answered.size }
}

/** Every file is read: an export is made of what is on the disk, and not of what is remembered of it. */
async function statusesOf(
  open: OpenProject,
  annotator: string
): Promise<{ byItem: ReadonlyMap<string, Status>; problems: readonly Problem[] }> {
  const byItem = new Map<string, Status>()
  const problems: Problem[] = []
  for await (const { label, problem } of open.labels.all(annotator)) {
    if (label !== undefined) byItem.set(label.item.id, label.status)
    else problems.push(problem)
  }
  return { byItem, problems }
}

/** In source order, then by annotator. `bare` adds the items nobody answered. */
export async function* storedLabels(
  open: OpenProject,
  survey: Survey,
  options: { readonly bare: boolean; drop(dropped: Dropped): void }
): AsyncGenerator<StoredAnswerSheet> {
  for await (const { item: row } of open.items.items()) {
    const wanted = survey.annotators.filter(one => survey.wanted.get(one)?.has(row.id) === true)
    if (wanted.length === 0 && !options.bare) continue
    const item = await mediaItem(open.files, open.root, open.project.fields, row)
    let found = false
    for (const annotator of wanted) {
      const read = await open.labels.read(annotator, item)
      if (read.kind === 'label' && read.readOnly === undefined) {
        found = true
        yield { item, label: read.label }
      } else if (read.kind === 'label') {
        options.drop({ item: item.id, annotator, reason: read.readOnly ?? '' })
      } else {
        const reason =
          read.kind === 'damaged' ? read.problem.message : 'The label file went away during the export.'
        options.drop({ item: item.id, annotator, reason })
      }
    }
    if (!found && options.bare) yield { item }
  }
}
