import { join } from 'node:path'
import type { LabelFile } from '../../schemas/label-file.ts'
import type { Project } from '../../schemas/project.ts'
import { breather } from '../breather.ts'
import { type ReadDocument, readDocument } from '../document.ts'
import { FileError, type Files } from '../files.ts'
import { asLabel, labelFormat, labelPlace, LABELS_FOLDER } from '../label-files.ts'
import { listLabels } from '../label-walk.ts'
import { stayInside } from '../private-folder.ts'
import { salvageJson } from '../salvage-json.ts'
import { summaryOf } from '../summarize-label.ts'
import { isCoarse, isSettled } from './folder-clock.ts'
import { Shard, type ShardFile } from './shard.ts'

export interface ShardPlace {
  readonly files: Files
  readonly root: string
  readonly project: Project
  readonly annotator: string
  /** The two letters that name the folder. */
  readonly name: string
  readonly now: () => number
}

/**
 * What a folder of label files holds now. Files that are what they were in `before` are not read again. `mtimeMs`: of the
 * folder, asked before it is listed, so that what happens meanwhile is found the next time.
 */
export async function readShard(
  place: ShardPlace,
  mtimeMs: number,
  before: Shard | undefined
): Promise<Shard> {
  const { files, root, annotator, now } = place
  const folder = folderOf(place)
  const lookedAt = now()
  const breathe = breather()
  const found = new Map<string, ShardFile>()
  const listed = await listLabels(files, root, folder)
  const refused = listed.problem ?? (await leadsOut(files, root, folder))
  if (refused !== undefined) {
    // Nothing is known of what is there, which is not the same as that nothing is there.
    return Shard.read(null, before?.files ?? found, { annotator, ...refused })
  }
  for (const { name, problem, copyOf } of listed.entries) {
    await breathe()
    if (problem === undefined) {
      const file = await readFile(place, name, before?.files.get(name), isCoarse(mtimeMs), lookedAt)
      if (file !== undefined) found.set(name, file)
    } else if (copyOf === undefined)
      found.set(name, { mtimeMs: null, size: 0, problem: { annotator, ...problem } })
    else {
      const item =
        before?.files.get(name)?.problem?.item ??
        (await itemOf(place, `${folder}/${name}`, `${folder}/${copyOf}`))
      found.set(name, {
        mtimeMs: null,
        size: 0,
        problem: {
          annotator,
          ...problem,
          copyOf: `${folder}/${copyOf}`,
          ...(item === undefined ? {} : { item })
        }
      })
    }
  }
  return Shard.read(isSettled(mtimeMs, lookedAt) ? mtimeMs : null, found)
}

const folderOf = ({ annotator, name }: ShardPlace) => `${LABELS_FOLDER}/${annotator}/${name}`

async function leadsOut(files: Files, root: string, folder: string) {
  try {
    await stayInside(files, root, join(root, folder))
    return undefined
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return { file: folder, message: error.message }
  }
}

/** Undefined: it went away. */
async function readFile(
  place: ShardPlace,
  name: string,
  before: ShardFile | undefined,
  coarse: boolean,
  lookedAt: number
): Promise<ShardFile | undefined> {
  const file = `${folderOf(place)}/${name}`
  const path = join(place.root, file)
  // What cannot be asked cannot be read either, and that says why.
  const stat = await place.files.stat(path).catch(() => undefined)
  const mtimeMs = stat?.mtimeMs ?? null
  // A sync service keeps whole seconds of another computer's clock: only where all times are so do they prove anything.
  const proves = mtimeMs !== null && (coarse || !isCoarse(mtimeMs))
  if (proves && before?.mtimeMs === mtimeMs && before.size === stat?.size) return before
  const content = contentOf(place, file, await readDocument(place.files, path, file, labelFormat))
  if (content === undefined) return undefined
  const settled = mtimeMs !== null && isSettled(mtimeMs, lookedAt)
  return { mtimeMs: settled ? mtimeMs : null, size: stat?.size ?? 0, ...content }
}

function contentOf(
  { annotator, project }: ShardPlace,
  file: string,
  read: ReadDocument<LabelFile>
): Pick<ShardFile, 'summary'> | Pick<ShardFile, 'problem'> | undefined {
  const found = asLabel(read, file)
  if (found.kind === 'none') return undefined
  if (found.kind === 'label') {
    // What a version to come calls an item is not for this one to guess.
    if (labelPlace(annotator, found.label.item.id) === file)
      return { summary: summaryOf(project, found.label) }
    return { problem: { annotator, file, message: found.readOnly ?? noItem } }
  }
  const item = itemNamedIn(read.kind === 'damaged' ? read.text : undefined, annotator, file)
  return { problem: { annotator, ...found.problem, ...(item === undefined ? {} : { item }) } }
}

const noItem = 'The item that these labels are for cannot be told.'

/** The item of a conflict copy, if it is a copy of that label file at all. */
async function itemOf(
  { files, root, annotator }: ShardPlace,
  copy: string,
  original: string
): Promise<string | undefined> {
  try {
    const stat = await files.stat(join(root, copy))
    if (stat === undefined || stat.size > labelFormat.maxBytes) return undefined
    return itemNamedIn(new TextDecoder().decode(await files.read(join(root, copy))), annotator, original)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

/** The id that a text, which may be damaged, gives its item: certain when the file has the name that this id makes. */
function itemNamedIn(text: string | undefined, annotator: string, file: string): string | undefined {
  if (text === undefined) return undefined
  const { value } = salvageJson(text)
  const id = (value as { item?: { id?: unknown } } | null | undefined)?.item?.id
  return typeof id === 'string' && labelPlace(annotator, id) === file ? id : undefined
}
