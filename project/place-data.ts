import { basename, relative } from 'node:path'
import type { Source } from '../schemas/project.ts'
import { ok, type Result } from '../schemas/schema.ts'
import type { Files } from './files.ts'
import type { MappedData } from './map-data.ts'
import { isInside, resolveInProject } from './paths.ts'
import type { FileFormat } from './sources/data-formats.ts'
import { isFileFormat } from './sources/data-formats.ts'
import { type DataSource, toPosix, within } from './sources/find-sources.ts'

/**
 * Brings data into the folder where it is not there yet, and names each source as the project will. Adds to `made`
 * every file it makes, as it makes them.
 */
export async function placeData(
  files: Files,
  folder: string,
  mapped: readonly MappedData[],
  made: string[]
): Promise<Result<readonly Source[]>> {
  const root = await files.realPath(folder)
  const sources: Source[] = []
  const loose = new Map<FileFormat, DataSource[]>()
  for (const { data, mapping } of mapped) {
    const real = await files.realPath(data.path)
    if (isInside(root, real)) {
      sources.push({ path: toPosix(relative(root, real)) || '.', format: data.format, ...mapping })
    } else if (data.kind === 'file' && isFileFormat(data.format)) {
      loose.set(data.format, [...(loose.get(data.format) ?? []), data])
    } else {
      sources.push({ path: await copyIn(files, root, data, 'data', made), format: data.format, ...mapping })
    }
  }
  // A hundred loose files are one folder of files, not a hundred sources.
  for (const [format, each] of loose) {
    const path = await freePath(files, root, `data/${looseFolders[format]}`, '')
    for (const data of each) await copyIn(files, root, data, path, made)
    sources.push({ path, format })
  }
  for (const source of sources) {
    const resolved = await resolveInProject(files, root, source.path)
    if (!resolved.ok) return resolved
  }
  return ok(sources)
}

const looseFolders: Readonly<Record<FileFormat, string>> = {
  'text-files': 'texts',
  'image-files': 'images',
  'audio-files': 'recordings'
}

/** The new path, relative to the project. A name that is taken gets `-2`. */
async function copyIn(
  files: Files,
  root: string,
  data: DataSource,
  into: string,
  made: string[]
): Promise<string> {
  const name = portable(basename(data.path))
  const [stem, extension] = data.kind === 'folder' ? [name, ''] : splitExtension(name)
  const path = await freePath(files, root, `${into}/${stem}`, extension)
  const parts = data.kind === 'folder' ? data.files : [{ path: data.path, relative: '' }]
  for (const part of parts) {
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

function splitExtension(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
}

/** A file name that means the same on every system. */
function portable(name: string): string {
  const safe = name.replace(/[\\:\0-\x1f\x7f]/g, '-').replace(/[. ]+$/, '')
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe) || safe === '' ? `data-${safe}` : safe
}
