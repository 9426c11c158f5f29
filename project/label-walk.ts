import { join } from 'node:path'
import type { Problem } from '../schemas/schema.ts'
import { FileError, type Files, type FolderEntry } from './files.ts'
import { isAnnotatorId, LABELS_FOLDER } from './label-files.ts'
import { kindOfFile } from './stray-files.ts'

export type LabelEntry =
  | { readonly place: string; readonly annotator: string; readonly problem?: undefined }
  | { readonly place: string; readonly annotator: string; readonly problem: Problem }

/** What a folder of labels holds. */
export interface LabelFolder {
  /** In order of name. */
  readonly entries: readonly LabelFolderEntry[]
  /** It is not there. */
  readonly missing: boolean
  /** Why it could not be listed. */
  readonly problem?: Problem
}

export interface LabelFolderEntry {
  readonly name: string
  /** Absent: it is what belongs here. */
  readonly problem?: Problem
  /** The name of the label file beside it that this is a copy of. */
  readonly copyOf?: string
}

/** The folders of annotators in `labels/`. */
export async function listAnnotators(files: Files, root: string): Promise<LabelFolder> {
  return listed(files, root, LABELS_FOLDER, entry =>
    strayFolder(entry, isAnnotatorId(entry.name), 'the folder of an annotator')
  )
}

/** The folders of label files in the folder of an annotator. */
export async function listShards(files: Files, root: string, annotator: string): Promise<LabelFolder> {
  return listed(files, root, `${LABELS_FOLDER}/${annotator}`, entry =>
    strayFolder(entry, /^[0-9a-f]{2}$/.test(entry.name), 'a folder of label files')
  )
}

/** The label files in one folder of an annotator, `folder` being relative to the project. */
export async function listLabels(files: Files, root: string, folder: string): Promise<LabelFolder> {
  return listed(files, root, folder, strayLabel)
}

/** Ids of everyone who has a folder of labels, in order. */
export async function annotatorsIn(files: Files, root: string): Promise<readonly string[]> {
  const { entries } = await listAnnotators(files, root)
  return entries.filter(entry => entry.problem === undefined).map(entry => entry.name)
}

/** Every file under `labels/`, in order: label files to read, and problems for all that is not one. */
export async function* walkLabels(files: Files, root: string, only?: string): AsyncIterable<LabelEntry> {
  const top = await listAnnotators(files, root)
  if (top.problem !== undefined) yield { place: LABELS_FOLDER, annotator: '', problem: top.problem }
  for (const { name: annotator, problem } of top.entries) {
    if (only !== undefined && annotator !== only) continue
    const own = `${LABELS_FOLDER}/${annotator}`
    if (problem !== undefined) yield { place: own, annotator: '', problem }
    else {
      const shards = await listShards(files, root, annotator)
      for (const shard of placed(shards, own, annotator)) {
        if (shard.problem !== undefined) yield shard
        else yield* placed(await listLabels(files, root, shard.place), shard.place, annotator)
      }
    }
  }
}

function* placed({ entries, problem }: LabelFolder, folder: string, annotator: string): Iterable<LabelEntry> {
  if (problem !== undefined) yield { place: folder, annotator, problem }
  for (const entry of entries) {
    const place = `${folder}/${entry.name}`
    yield entry.problem === undefined ? { place, annotator } : { place, annotator, problem: entry.problem }
  }
}

/** Undefined: it belongs here. Empty: pass over it. */
type Judge = (entry: FolderEntry) => { readonly sentence: string; readonly copyOf?: string } | '' | undefined

function strayFolder(entry: FolderEntry, expected: boolean, what: string): ReturnType<Judge> {
  if (entry.kind === 'folder' && expected) return undefined
  if (entry.kind === 'link') return { sentence: aLink }
  const kind = kindOfFile(entry.name)
  if (entry.kind === 'file' && kind === 'nothing') return ''
  return typeof kind === 'object' && entry.kind === 'file'
    ? { sentence: kind.sentence }
    : { sentence: `This is not ${what}, and is not read.` }
}

function strayLabel(entry: FolderEntry): ReturnType<Judge> {
  const kind = kindOfFile(entry.name)
  if (kind === 'nothing') return ''
  if (kind === 'label')
    return entry.kind === 'file'
      ? undefined
      : { sentence: entry.kind === 'link' ? aLink : 'This has the name of a label file and is not a file.' }
  return entry.kind === 'file' ? kind : { sentence: kind.sentence }
}

const aLink = 'This is a link, and links are not followed among labels.'

async function listed(files: Files, root: string, folder: string, judge: Judge): Promise<LabelFolder> {
  let found: readonly FolderEntry[]
  try {
    found = await files.list(join(root, folder))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return error.kind === 'missing'
      ? { entries: [], missing: true }
      : { entries: [], missing: false, problem: { file: folder, message: error.message } }
  }
  const entries: LabelFolderEntry[] = []
  for (const entry of found) {
    const stray = judge(entry)
    if (stray === '') continue
    if (stray === undefined) entries.push({ name: entry.name })
    else {
      const problem = { file: `${folder}/${entry.name}`, message: stray.sentence }
      entries.push(
        stray.copyOf === undefined
          ? { name: entry.name, problem }
          : { name: entry.name, problem, copyOf: stray.copyOf }
      )
    }
  }
  return { entries, missing: false }
}
