import { relative } from 'node:path'
import type { Project, Source } from '../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'
import { compareItems } from './compare-items.ts'
import { FileError, type Files } from './files.ts'
import { indexItems } from './items/index-items.ts'
import { type OpenProject, openProject } from './open-project.ts'
import { isInside, resolveInProject } from './paths.ts'
import { writeProject } from './project-file.ts'
import { isFileFormat } from './sources/data-formats.ts'
import { toPosix } from './sources/find-sources.ts'

export interface Relinked {
  /** Where the source is now, relative to the project. */
  readonly path: string
  /** Labelled items that were looked for at the new place, and found as they were. */
  readonly compared: number
}

/**
 * Tells a project that the data it knows as `from` is now at `to`, an absolute path in the project folder. Changes
 * goldset.json only if the labelled items are there, with the same content. All items keep their ids.
 */
export async function relinkSource(
  files: Files,
  folder: string,
  from: string,
  to: string
): Promise<Result<Relinked>> {
  const opened = await openProject(files, folder, { lock: true })
  if (!opened.ok) return opened
  try {
    return await relinkOpen(opened.value, from, to)
  } finally {
    await opened.value.close()
  }
}

/** The same in a project that is open. Its items are those of before until it is opened again. */
export async function relinkOpen(open: OpenProject, from: string, to: string): Promise<Result<Relinked>> {
  try {
    return await relink(open, from, to)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return failed({ file: error.path, message: error.message })
  }
}

async function relink(open: OpenProject, from: string, to: string): Promise<Result<Relinked>> {
  const { files, root, project, readOnly } = open
  if (readOnly !== undefined) return failed({ message: readOnly })
  const source = project.sources.find(({ path }) => path === from)
  if (source === undefined) return failed(noSuchSource(project, from))
  const place = await placeInProject(open, to)
  if (!place.ok) return place
  const path = place.value
  const moved = sourceAt(source, path)
  const none = await noItems(open, moved)
  if (none !== undefined) return none
  const changed = { ...project, sources: project.sources.map(one => (one === source ? moved : one)) }
  const items = await indexItems(files, root, changed)
  try {
    await items.whole
    const { same, problem } = await compareItems(open, source, items)
    if (problem !== undefined) return failed({ file: path, ...problem })
    await writeProject(files, root, changed)
    open.project = changed
    return ok({ path, compared: same })
  } finally {
    await items.close()
  }
}

/** Relative to the project, POSIX. Sources never leave it, so that a project can be handed on as one folder. */
async function placeInProject({ files, root }: OpenProject, to: string): Promise<Result<string>> {
  const real = await files.realPath(to)
  if (!isInside(root, real))
    return failed({
      file: to,
      message: 'This is outside the project folder. Move it into the project folder, then choose it there.'
    })
  const path = toPosix(relative(root, real)) || '.'
  const resolved = await resolveInProject(files, root, path)
  return resolved.ok ? ok(path) : resolved
}

/** Ids of files begin with the path the source had when they were first indexed; those of rows are in the rows. */
function sourceAt({ idPath, ...source }: Source, path: string): Source {
  if (!isFileFormat(source.format)) return { ...source, path }
  const first = idPath ?? source.path
  return { ...source, path, ...(first === path ? {} : { idPath: first }) }
}

/** Fails where there is not one item at the new place. */
async function noItems({ files, root, project }: OpenProject, source: Source) {
  const items = await indexItems(files, root, { fields: project.fields, sources: [source] })
  try {
    for await (const _ of items.items()) return undefined
    const [problem = { file: source.path, message: 'There are no items of this project here.' }, ...more] =
      items.problems
    return failed(problem, ...more)
  } finally {
    await items.close()
  }
}

function noSuchSource({ sources }: Project, from: string): Problem {
  const all = sources.map(({ path }) => `"${path}"`).join(', ')
  return { message: `The project has no source "${from}". Its sources are ${all === '' ? 'none' : all}.` }
}
