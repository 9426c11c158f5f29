import { join } from 'node:path'
import type { Problem } from '../schemas/schema.ts'
import { FileError, type Files, type FolderEntry } from './files.ts'
import { isAnnotatorId, LABELS_FOLDER } from './label-files.ts'
import { kindOfFile } from './stray-files.ts'

export type LabelEntry =
  | { readonly place: string; readonly annotator: string; readonly problem?: undefined }
  | { readonly place: string; readonly annotator: string; readonly problem: Problem }

/** Ids of everyone who has a folder of labels, in order. */
export async function annotatorsIn(files: Files, root: string): Promise<readonly string[]> {
  const { entries } = await listed(files, root, LABELS_FOLDER)
  return entries
    .filter(entry => entry.kind === 'folder' && isAnnotatorId(entry.name))
    .map(entry => entry.name)
}

/** Every file under `labels/`, in order: label files to read, and problems for all that is not one. */
export async function* walkLabels(files: Files, root: string, only?: string): AsyncIterable<LabelEntry> {
  const top = await listed(files, root, LABELS_FOLDER)
  if (top.problem !== undefined) yield { place: LABELS_FOLDER, annotator: '', problem: top.problem }
  for (const entry of top.entries) {
    if (only !== undefined && entry.name !== only) continue
    const place = `${LABELS_FOLDER}/${entry.name}`
    const stray = strayFolder(entry, isAnnotatorId(entry.name), 'the folder of an annotator')
    if (stray === undefined) yield* shards(files, root, place, entry.name)
    else if (stray !== '') yield { place, annotator: '', problem: { file: place, message: stray } }
  }
}

async function* shards(
  files: Files,
  root: string,
  folder: string,
  annotator: string
): AsyncIterable<LabelEntry> {
  const { entries, problem } = await listed(files, root, folder)
  if (problem !== undefined) yield { place: folder, annotator, problem }
  for (const entry of entries) {
    const place = `${folder}/${entry.name}`
    const stray = strayFolder(entry, /^[0-9a-f]{2}$/.test(entry.name), 'a folder of label files')
    if (stray === undefined) yield* labels(files, root, place, annotator)
    else if (stray !== '') yield { place, annotator, problem: { file: place, message: stray } }
  }
}

async function* labels(
  files: Files,
  root: string,
  folder: string,
  annotator: string
): AsyncIterable<LabelEntry> {
  const { entries, problem } = await listed(files, root, folder)
  if (problem !== undefined) yield { place: folder, annotator, problem }
  for (const entry of entries) {
    const place = `${folder}/${entry.name}`
    const kind = kindOfFile(entry.name)
    if (kind === 'nothing') continue
    if (kind === 'label' && entry.kind === 'file') yield { place, annotator }
    else
      yield {
        place,
        annotator,
        problem: { file: place, message: kind === 'label' ? notAFile(entry) : kind.sentence }
      }
  }
}

/** Undefined: go in. Empty: pass over it. */
function strayFolder(entry: FolderEntry, expected: boolean, what: string): string | undefined {
  if (entry.kind === 'folder' && expected) return undefined
  if (entry.kind === 'link') return 'This is a link, and links are not followed among labels.'
  const kind = kindOfFile(entry.name)
  if (entry.kind === 'file' && kind === 'nothing') return ''
  return typeof kind === 'object' && entry.kind === 'file'
    ? kind.sentence
    : `This is not ${what}, and is not read.`
}

function notAFile(entry: FolderEntry): string {
  return entry.kind === 'link'
    ? 'This is a link, and links are not followed among labels.'
    : 'This has the name of a label file and is not a file.'
}

async function listed(
  files: Files,
  root: string,
  folder: string
): Promise<{ entries: readonly FolderEntry[]; problem?: Problem }> {
  try {
    return { entries: await files.list(join(root, folder)) }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return error.kind === 'missing'
      ? { entries: [] }
      : { entries: [], problem: { file: folder, message: error.message } }
  }
}
