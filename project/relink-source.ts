import type { Project, Source } from '../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'
import { FileError, type Files } from './files.ts'
import type { ItemIndex } from './item-index.ts'
import { indexItems } from './items/index-items.ts'
import { type OpenProject, openProject } from './open-project.ts'
import { resolveInProject } from './paths.ts'
import { writeProject } from './project-file.ts'
import { isFileFormat } from './sources/data-formats.ts'

/** Answers that are compared with the items of the new place; more would only take longer. */
const COMPARED = 1000

export interface Relinked {
  readonly project: Project
  /** Answers whose items were looked for in the new place, and found as they were. */
  readonly compared: number
}

/**
 * Tells a project that the table it knows as `from` is now at `to`, both relative to the project, POSIX. Changes
 * goldset.json only if the items that have answers are there, with the same content.
 */
export async function relinkSource(
  files: Files,
  folder: string,
  from: string,
  to: string
): Promise<Result<Relinked>> {
  const opened = await openProject(files, folder, { lock: true })
  if (!opened.ok) return opened
  const open = opened.value
  try {
    return await relink(open, from, to)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return failed({ file: error.path, message: error.message })
  } finally {
    await open.close()
  }
}

async function relink(open: OpenProject, from: string, to: string): Promise<Result<Relinked>> {
  const { files, root, project, readOnly } = open
  if (readOnly !== undefined) return failed({ message: readOnly })
  const source = project.sources.find(({ path }) => path === from)
  if (source === undefined) return failed(noSuchSource(project, from))
  if (isFileFormat(source.format)) return failed({ file: from, message: namedByPath })
  const resolved = await resolveInProject(files, root, to)
  if (!resolved.ok) return resolved
  const moved: Source = { ...source, path: to }
  const changed = { ...project, sources: project.sources.map(one => (one === source ? moved : one)) }
  const items = await indexItems(files, root, changed)
  try {
    await items.whole
    if (items.count === items.holes) return failed(...items.problems)
    const { compared, problem } = await compare(open, from, items)
    if (problem !== undefined) return failed({ file: to, message: problem })
    await writeProject(files, root, changed)
    return ok({ project: changed, compared })
  } finally {
    await items.close()
  }
}

async function compare(
  open: OpenProject,
  from: string,
  items: ItemIndex
): Promise<{ readonly compared: number; readonly problem?: string }> {
  let compared = 0
  for await (const { label } of open.labels.all()) {
    if (label === undefined || label.item.source !== from) continue
    const { id, fingerprint } = label.item
    const position = items.positionOf(id)
    const item = position === undefined ? undefined : await items.item(position)
    if (item?.ok !== true)
      return { compared, problem: `It has no item "${id}", which has answers. Nothing was changed.` }
    if (item.value.fingerprint !== fingerprint)
      return {
        compared,
        problem: `Its item "${id}" has another content than the one that was labelled. Nothing was changed.`
      }
    if (++compared === COMPARED) break
  }
  return { compared }
}

const namedByPath =
  'Items that are files are named by their path: with another path their answers would be lost. Move the files back to where they were.'

function noSuchSource({ sources }: Project, from: string): Problem {
  const all = sources.map(({ path }) => `"${path}"`).join(', ')
  return { message: `The project has no source "${from}". Its sources are ${all === '' ? 'none' : all}.` }
}
