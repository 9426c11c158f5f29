import { dirname, join } from 'node:path'
import { type Field, type Project, PROJECT_FILE, PROJECT_FORMAT, type Task } from '../schemas/project.ts'
import { failed, idFor, ok, type Problem, type Result } from '../schemas/schema.ts'
import { FileError, type Files } from './files.ts'
import { indexItems } from './items/index-items.ts'
import { type ColumnWishes, fieldsOf, mapData } from './map-data.ts'
import { isInside } from './paths.ts'
import { placeNamedFiles } from './named-files.ts'
import { placeData } from './place-data.ts'
import type { Placing, PlacingProgress } from './placing.ts'
import { pointTasks } from './point-tasks.ts'
import { createProjectFile } from './project-file.ts'
import { type DataSource, findSources } from './sources/find-sources.ts'

export interface NewProject extends Omit<ColumnWishes, 'fields'> {
  /** Absolute. Made when it is not there. */
  readonly folder: string
  readonly name: string
  /** Absolute paths of data: inside `folder` they are used where they are, elsewhere they are copied into data/. */
  readonly paths: readonly string[]
  /** Absent: what the data shows to have, and each task looks at the one that fits it. */
  readonly fields?: readonly Field[]
  readonly tasks: readonly Task[]
  /** Markdown. Guidelines that are in the folder already are kept instead. */
  readonly guidelines?: string
  /** While data is copied. */
  readonly onProgress?: (progress: PlacingProgress) => void
}

const GUIDELINES = 'guidelines.md'

/** Data stays as it is, byte for byte: a text whose line ends git changed would not be what was labelled. */
const GIT_ATTRIBUTES = '* -text\n*.json text eol=lf\n'

/**
 * Makes a project folder. Never over an existing project, and never over any file. `problems` are those known at once:
 * the rows of large data are read after opening.
 */
export async function newProject(
  files: Files,
  spec: NewProject
): Promise<
  Result<{ readonly folder: string; readonly project: Project; readonly problems: readonly Problem[] }>
> {
  const made: string[] = []
  let isNew = false
  try {
    if ((await files.stat(join(spec.folder, PROJECT_FILE))) !== undefined)
      return failed({
        file: join(spec.folder, PROJECT_FILE),
        message: 'There is a project in this folder already. Open it instead.'
      })
    const { sources: data, problems } = await findSources(files, spec.paths)
    if (data.length === 0) return failed(...problems)
    const schema = await schemaFor(files, spec, data)
    if (!schema.ok) return schema
    const { fields, tasks } = schema.value
    const mapped = await mapData(files, { ...spec, fields }, data)
    if (!mapped.ok) return mapped

    isNew = (await files.stat(spec.folder)) === undefined
    await files.makeFolder(spec.folder)
    const leftOut: Problem[] = []
    const placing: Placing = { made, problems: leftOut, onProgress: spec.onProgress }
    const placed = await placeData(files, spec.folder, mapped.value, placing)
    if (!placed.ok) return await undo(files, made, spec.folder, isNew, placed.problems)
    await createIfMissing(files, join(spec.folder, GUIDELINES), spec.guidelines ?? `# ${spec.name}\n`, made)
    await createIfMissing(files, join(spec.folder, '.gitattributes'), GIT_ATTRIBUTES, made)
    const project: Project = {
      goldset: PROJECT_FORMAT,
      id: projectId(spec.name),
      name: spec.name,
      schemaVersion: 1,
      guidelines: { version: 1, file: GUIDELINES },
      fields: [...fields],
      sources: [...placed.value.sources],
      tasks: [...tasks]
    }
    const items = await indexItems(files, spec.folder, project)
    const { tables } = placed.value
    try {
      await placeNamedFiles(files, spec.folder, { fields, tables }, items, placing)
      // Last, so that a folder is a project only when all of it is there.
      await createProjectFile(files, spec.folder, project)
    } finally {
      // Large data is read when the project is opened, where the person sees how far it is.
      await items.close()
    }
    // A file that is left out is not said twice.
    const said = new Set(problems.map(problem => problem.file))
    const found = items.problems.filter(({ file, line }) => line !== undefined || !said.has(file))
    return ok({ folder: spec.folder, project, problems: [...problems, ...leftOut, ...found] })
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return undo(files, made, spec.folder, isNew, [{ file: error.path, message: error.message }])
  }
}

async function schemaFor(
  files: Files,
  { fields, tasks }: NewProject,
  data: readonly DataSource[]
): Promise<Result<Required<Pick<NewProject, 'fields' | 'tasks'>>>> {
  if (fields !== undefined) return ok({ fields, tasks })
  const found = await fieldsOf(files, data)
  if (!found.ok) return found
  const pointed = pointTasks(tasks, found.value)
  return pointed.ok ? ok({ fields: found.value, tasks: pointed.value }) : pointed
}

/** Takes back what was made, never what was there. */
async function undo(
  files: Files,
  made: readonly string[],
  folder: string,
  isNew: boolean,
  problems: readonly Problem[]
): Promise<ReturnType<typeof failed>> {
  const folders = new Set<string>()
  for (const path of made)
    for (let above = dirname(path); isInside(folder, above) && above !== folder; above = dirname(above))
      folders.add(above)
  if (isNew) folders.add(join(folder, 'data')).add(folder)
  for (const path of made) await files.remove(path).catch(() => undefined)
  // Deepest first; a folder that holds anything else refuses to go.
  for (const empty of [...folders].sort((a, b) => b.length - a.length))
    await files.remove(empty).catch(() => undefined)
  return failed(...problems)
}

/** A name without a Latin letter or digit gives no id of its own. */
function projectId(name: string): string {
  return idFor(/[a-z0-9]/i.test(name.normalize('NFKD')) ? name : 'project', new Set())
}

async function createIfMissing(files: Files, path: string, content: string, made: string[]): Promise<void> {
  try {
    await files.create(path, content)
    made.push(path)
  } catch (error) {
    if (!(error instanceof FileError) || error.kind !== 'exists') throw error
  }
}
