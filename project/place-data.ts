import { basename, relative } from 'node:path'
import type { Source } from '../schemas/project.ts'
import { ok, type Result } from '../schemas/schema.ts'
import type { Files } from './files.ts'
import type { MappedData } from './map-data.ts'
import type { PlacedTable } from './named-files.ts'
import { parquetHead } from './parquet/parquet-head.ts'
import type { Shards } from './parquet/shards.ts'
import { takeParquet } from './parquet/take-parquet.ts'
import { isInside, resolveInProject } from './paths.ts'
import type { Placing } from './placing.ts'
import { stayInside } from './private-folder.ts'
import type { FileFormat } from './sources/data-formats.ts'
import { isFileFormat } from './sources/data-formats.ts'
import { type DataSource, toPosix, within } from './sources/find-sources.ts'

export interface PlacedData {
  readonly sources: readonly Source[]
  readonly tables: readonly PlacedTable[]
}

/** Brings data into the folder where it is not there yet, and names each source as the project will. */
export async function placeData(
  files: Files,
  folder: string,
  mapped: readonly MappedData[],
  placing: Placing
): Promise<Result<PlacedData>> {
  const root = await files.realPath(folder)
  await stayInside(files, root, within(root, 'data'))
  const sources: Source[] = []
  const tables: PlacedTable[] = []
  const loose = new Map<FileFormat, CopiedSource[]>()
  for (const { data, mapping } of mapped) {
    if (data.kind === 'shards') {
      const path = await takeRows(files, root, data, placing)
      if (!path.ok) return path
      sources.push({ path: path.value, format: 'jsonl', ...mapping })
      continue
    }
    const real = await files.realPath(data.path)
    if (isInside(root, real)) {
      const path = toPosix(relative(root, real)) || '.'
      sources.push({ path, format: data.format, ...mapping })
      if (!isFileFormat(data.format)) tables.push({ path })
    } else if (data.kind === 'file' && isFileFormat(data.format)) {
      loose.set(data.format, [...(loose.get(data.format) ?? []), data])
    } else {
      const path = await copyIn(files, root, data, 'data', placing)
      sources.push({ path, format: data.format, ...mapping })
      if (!isFileFormat(data.format)) tables.push({ path, from: data.path })
    }
  }
  // A hundred loose files are one folder of files, not a hundred sources.
  for (const [format, each] of loose) {
    const path = await freePath(files, root, `data/${looseFolders[format]}`, '')
    for (const data of each) await copyIn(files, root, data, path, placing)
    sources.push({ path, format })
  }
  for (const source of sources) {
    const resolved = await resolveInProject(files, root, source.path)
    if (!resolved.ok) return resolved
  }
  return ok({ sources, tables })
}

const looseFolders: Readonly<Record<FileFormat, string>> = {
  'text-files': 'texts',
  'image-files': 'images',
  'audio-files': 'recordings'
}

type CopiedSource = Exclude<DataSource, Shards>

/** The rows of parquet become JSON Lines, the files in them files. */
async function takeRows(
  files: Files,
  root: string,
  data: Shards,
  { made, problems, onProgress }: Placing
): Promise<Result<string>> {
  const head = await parquetHead(files, data.files)
  if (!head.ok) return head
  const of = head.value.rows ?? 0
  const stem = await freeStem(files, root, `data/${portable(data.name)}`)
  const taken = await takeParquet(files, {
    shards: data.files,
    root,
    stem,
    made,
    onRows: done => onProgress?.({ done, of })
  })
  if (!taken.ok) return taken
  problems.push(...taken.value)
  return ok(`${stem}.jsonl`)
}

/** The new path, relative to the project. A name that is taken gets `-2`. */
async function copyIn(
  files: Files,
  root: string,
  data: CopiedSource,
  into: string,
  { made, onProgress }: Placing
): Promise<string> {
  const name = portable(basename(data.path))
  const [stem, extension] = data.kind === 'folder' ? [name, ''] : splitExtension(name)
  const path = await freePath(files, root, `${into}/${stem}`, extension)
  const parts = data.kind === 'folder' ? data.files : [{ path: data.path, relative: '' }]
  for (const [done, part] of parts.entries()) {
    onProgress?.({ done, of: parts.length })
    const target = within(root, part.relative === '' ? path : `${path}/${part.relative}`)
    await files.copy(part.path, target)
    made.push(target)
  }
  return path
}

async function freePath(files: Files, root: string, stem: string, extension: string): Promise<string> {
  let path = stem + extension
  for (let n = 2; (await files.stat(within(root, path))) !== undefined; n++) path = `${stem}-${n}${extension}`
  return path
}

/** Free for a file of rows and for the folder of its files. */
async function freeStem(files: Files, root: string, wanted: string): Promise<string> {
  const isTaken = async (stem: string) =>
    (await files.stat(within(root, stem))) !== undefined ||
    (await files.stat(within(root, `${stem}.jsonl`))) !== undefined
  let stem = wanted
  for (let n = 2; await isTaken(stem); n++) stem = `${wanted}-${n}`
  return stem
}

function splitExtension(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
}

/** A file name that means the same on every system. */
function portable(name: string): string {
  const safe = name.replace(/[\\:\0-\x1f\x7f]/g, '-').replace(/[. ]+$/, '')
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe) || safe === '' ? `data-${safe}` : safe
}
