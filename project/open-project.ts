import type { Project, Source } from '../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'
import { FileError, type Files } from './files.ts'
import type { ItemIndex } from './item-index.ts'
import { indexItems } from './items/index-items.ts'
import { type LabelStore, labelStore } from './label-store.ts'
import { takeLock } from './lock.ts'
import { missingSources } from './missing-sources.ts'
import { resolveInProject } from './paths.ts'
import { readProject } from './project-file.ts'
import { projectProblems } from './project-problems.ts'
import { readText } from './sources/read-text.ts'
import { sweepTemps } from './stale-temps.ts'

export interface OpenProject {
  /** Absolute, links resolved. */
  readonly root: string
  readonly files: Files
  /** Replaced, never changed, when the label schema grows. */
  project: Project
  readonly items: ItemIndex
  /** Sources that were not there when the project was opened: their items are left out. */
  readonly missing: readonly Source[]
  readonly labels: LabelStore
  /** Nothing can be saved, and why, in a sentence. */
  readonly readOnly?: string
  /** Text of the guidelines; empty when there are none. */
  readonly guidelines: string
  /** What is wrong and leaves the rest usable. Grows while the items are being indexed. */
  readonly problems: readonly Problem[]
  /** Ends the indexing and gives the lock back. */
  readonly close: () => Promise<void>
}

/**
 * Opens a project folder. With `lock`, a project that is open elsewhere, of a newer format or with a faulty label
 * schema opens read-only. Without, nothing is locked and the label store refuses to write.
 */
export async function openProject(
  files: Files,
  folder: string,
  options: { readonly lock: boolean }
): Promise<Result<OpenProject>> {
  try {
    const root = await files.realPath(folder)
    const read = await readProject(files, root)
    if (!read.ok) return read
    const { project } = read.value
    const faults = projectProblems(project)
    const refusal = read.value.readOnly ?? faultSentence(faults)
    const lock = options.lock && refusal === undefined ? await takeLock(files, root) : undefined
    const release = () => (lock?.kind === 'held' ? lock.release() : Promise.resolve())
    try {
      const readOnly = refusal ?? (lock?.kind === 'busy' ? lock.sentence : undefined)
      const notForWriting = options.lock ? readOnly : (readOnly ?? 'The project was opened for reading.')
      const leftovers = lock?.kind === 'held' ? await sweepTemps(files, root) : []
      const items = await indexItems(files, root, project, { keep: notForWriting === undefined })
      const missing = await missingSources(files, root, project.sources)
      const guidelines = await readGuidelines(files, root, project)
      const ofProject = [...faults, ...(guidelines.ok ? [] : guidelines.problems), ...leftovers]
      return ok({
        root,
        files,
        project,
        items,
        missing,
        labels: labelStore(files, root, notForWriting === undefined ? {} : { readOnly: notForWriting }),
        ...(readOnly === undefined ? {} : { readOnly }),
        guidelines: guidelines.ok ? guidelines.value : '',
        get problems() {
          return [...ofProject, ...items.problems]
        },
        async close() {
          await items.close()
          await release()
        }
      })
    } catch (error) {
      await release()
      throw error
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return failed({ file: error.path, message: error.message })
  }
}

/** Labelling under a faulty label schema would write answers that mean nothing later. */
function faultSentence(faults: readonly Problem[]): string | undefined {
  const [first] = faults
  if (first === undefined) return undefined
  return `goldset.json has a problem at ${first.path ?? '/'}: ${first.message} Until it is put right, nothing can be saved.`
}

async function readGuidelines(files: Files, root: string, { guidelines }: Project): Promise<Result<string>> {
  if (guidelines === undefined) return ok('')
  const resolved = await resolveInProject(files, root, guidelines.file)
  if (!resolved.ok)
    return failed({
      file: guidelines.file,
      message: `The guidelines cannot be read. ${resolved.problems[0]?.message ?? ''}`
    })
  return readText(files, resolved.value, guidelines.file)
}
