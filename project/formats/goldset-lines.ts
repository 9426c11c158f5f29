import type { Item } from '../../schemas/item.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import type { Project } from '../../schemas/project.ts'
import { labelFormat } from '../label-files.ts'
import { DATASET_FORMAT } from './goldset-info.ts'

/*
 * Goldset JSONL: a header with the project, then a line for every label file with its whole item, in source order and
 * then by annotator; an item nobody answered has a line without `label`. Everything is in it except where the items
 * were read from: `sources` of the project and `source` of items.
 */

export function headerLine(project: Project, guidelines: string): string {
  const { sources: _, ...carried } = project
  return `${JSON.stringify({ goldset: DATASET_FORMAT, project: ordered(carried, projectKeys), guidelines })}\n`
}

export function itemLine(item: Item, label?: LabelFile): string {
  const { source: _, ...carried } = item
  const line = { item: ordered(carried, itemKeys), ...(label === undefined ? {} : { label: labelOf(label) }) }
  return `${JSON.stringify(line)}\n`
}

function labelOf(label: LabelFile): Record<string, unknown> {
  const { source: _, ...item } = label.item
  return ordered({ ...label, item }, labelFormat.order)
}

const projectKeys = ['goldset', 'id', 'name', 'schemaVersion', 'guidelines', 'fields', 'tasks', 'workflow']
const itemKeys = ['id', 'fingerprint', 'fields', 'tokens', 'meta']

/** The keys we know in their order, then the rest sorted: the same value gives the same bytes, whoever wrote it. */
function ordered(value: object, known: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  const rank = ([key]: readonly [string, unknown]) => {
    const place = known.indexOf(key)
    return place === -1 ? known.length : place
  }
  entries.sort((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1))
  return Object.fromEntries(entries)
}
