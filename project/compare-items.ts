import { LABEL_FORMAT, type LabelFile } from '../schemas/label-file.ts'
import type { Item } from '../schemas/item.ts'
import type { Source } from '../schemas/project.ts'
import type { Problem } from '../schemas/schema.ts'
import type { ItemIndex } from './item-index.ts'
import { mediaItem } from './media/media-item.ts'
import type { OpenProject } from './open-project.ts'
import { isFileFormat } from './sources/data-formats.ts'

/** Labelled items that are compared at most; more would only take longer. */
const COMPARED = 1000

export interface Compared {
  /** Labelled items that were looked for and found as they were. */
  readonly same: number
  /** Why these are not the items that were labelled. */
  readonly problem?: Problem
}

/**
 * Looks for the labelled items of a source among `items`, which has the source at its new place, and compares what they
 * hold with what was labelled: files by their bytes. `source` is as the project knows it now.
 */
export async function compareItems(open: OpenProject, source: Source, items: ItemIndex): Promise<Compared> {
  const seen = new Set<string>()
  const missing: string[] = []
  const changed: string[] = []
  let strangers = 0
  for await (const { label } of open.labels.all()) {
    // What a newer version means by its files is not for this one to judge.
    if (label?.goldset !== LABEL_FORMAT || seen.has(label.item.id)) continue
    const belongs = belonging(label, source, open.project.sources)
    if (belongs === 'no') continue
    const { id, fingerprint } = label.item
    const position = items.positionOf(id)
    if (position === undefined && belongs === 'perhaps') {
      strangers++
      continue
    }
    seen.add(id)
    const item = position === undefined ? undefined : await items.item(position)
    if (item?.ok !== true) missing.push(id)
    else if ((await fingerprintNow(open, item.value)) !== fingerprint) changed.push(id)
    if (seen.size === COMPARED) break
  }
  const same = seen.size - missing.length - changed.length
  const problem = unlike(source, { looked: seen.size, strangers, missing, changed })
  return problem === undefined ? { same } : { same, problem: { message: `${problem} Nothing was changed.` } }
}

async function fingerprintNow({ files, root, project }: OpenProject, item: Item): Promise<string> {
  return (await mediaItem(files, root, project.fields, item)).fingerprint
}

/** `perhaps`: labelled in a source the project does not know any more, as after this one was moved before. */
function belonging(
  { item }: LabelFile,
  source: Source,
  sources: readonly Source[]
): 'yes' | 'no' | 'perhaps' {
  if (isOf(item, source)) return 'yes'
  return isFileFormat(source.format) || sources.some(other => isOf(item, other)) ? 'no' : 'perhaps'
}

function isOf(item: LabelFile['item'], source: Source): boolean {
  if (!isFileFormat(source.format)) return item.source === source.path
  const base = (source.idPath ?? source.path).normalize('NFC')
  return base === '.' || item.id === base || item.id.startsWith(`${base}/`)
}

interface Looked {
  readonly looked: number
  readonly strangers: number
  readonly missing: readonly string[]
  readonly changed: readonly string[]
}

function unlike(source: Source, { looked, strangers, missing, changed }: Looked): string | undefined {
  const what = isFileFormat(source.format) ? 'files' : 'items'
  const labelled = `of the ${looked.toLocaleString('en')} labelled ${what} that were looked for`
  const first = (ids: readonly string[]) => (ids.length === 1 ? `"${ids[0]}"` : `"${ids[0]}" first`)
  if (missing.length > 0) {
    const names = what === 'files' ? ' Files that were renamed need their old names.' : ''
    return `${count(missing)} ${labelled} ${isOrAre(missing)} not there: ${first(missing)}.${names}`
  }
  if (changed.length > 0)
    return `${count(changed)} ${labelled} ${isOrAre(changed)} not what was labelled: ${first(changed)}.`
  if (looked === 0 && strangers > 0) return 'None of the labelled items is there.'
  return undefined
}

const count = (ids: readonly string[]) => ids.length.toLocaleString('en')
const isOrAre = (ids: readonly string[]) => (ids.length === 1 ? 'is' : 'are')
