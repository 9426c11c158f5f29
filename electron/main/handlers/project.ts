import { pointTasks } from '../../../project/point-tasks.ts'
import { formatByExtension, isFileFormat } from '../../../project/sources/data-formats.ts'
import { templateOf } from '../../../project/templates.ts'
import type { Source } from '../../../schemas/project.ts'
import { ok } from '../../../schemas/schema.ts'
import type { Handlers, MissingSource, ProjectSummary } from '../../api/contract.ts'
import { knownFolders } from '../known-folders.ts'
import type { Desktop } from '../handlers.ts'
import { tellOfIndexing } from '../index-news.ts'
import { rememberDesk } from '../recents.ts'
import { placeSample } from '../samples.ts'
import { seldom } from '../seldom.ts'
import type { Desk } from '../session.ts'

type ProjectCalls = Pick<
  Handlers,
  'path.inspect' | 'project.create' | 'project.open' | 'project.close' | 'sample.open'
>

/** Making, opening and leaving projects. */
export function projectHandlers(desktop: Desktop): ProjectCalls {
  const { place, session, settings } = desktop
  const known = () => knownFolders(desktop)
  return {
    async 'path.inspect'({ paths }) {
      const allowed = await session.grants.allow(paths, known())
      if (!allowed.ok) return { kind: 'nothing', problems: allowed.problems }
      const { inspectPaths } = await import('../../../project/preview-source.ts')
      const found = await inspectPaths(place.files, allowed.value)
      if (found.kind === 'data') session.grants.give(found.preview.folder)
      return found
    },
    async 'project.create'({ template, ...spec }) {
      const paths = await session.grants.allow(spec.paths, known())
      if (!paths.ok) return paths
      const folder = await session.grants.allowNew(spec.folder, known())
      if (!folder.ok) return folder
      const found = templateOf(template)
      if (!found.ok) return found
      const { tasks, guidelines } = found.value
      const pointed = spec.fields === undefined ? ok(tasks) : pointTasks(tasks, spec.fields)
      if (!pointed.ok) return pointed
      const { newProject } = await import('../../../project/new-project.ts')
      const made = await newProject(place.files, {
        ...spec,
        folder: folder.value,
        paths: paths.value,
        tasks: pointed.value,
        guidelines,
        onProgress: seldom(progress => place.tell('project.progress', progress))
      })
      return made.ok ? ok({ folder: made.value.folder }) : made
    },
    async 'project.open'({ folder }) {
      const allowed = await session.grants.allow([folder], known())
      if (!allowed.ok) return allowed
      const [root = folder] = allowed.value
      await rememberDesk(desktop)
      const opened = await session.open(root, settings.settings.annotator)
      if (!opened.ok) return opened
      const lastItem = settings.recents.find(recent => recent.folder === opened.value.open.root)?.lastItem
      opened.value.lastSaved = lastItem
      await rememberDesk(desktop)
      tellOfIndexing(opened.value, place)
      return ok(await summary(opened.value))
    },
    async 'project.close'() {
      await rememberDesk(desktop)
      await session.close()
      return null
    },
    async 'sample.open'({ id }) {
      const placed = await placeSample(place, id)
      if (!placed.ok) return placed
      session.grants.give(placed.value)
      return ok({ folder: placed.value })
    }
  }
}

async function summary(desk: Desk): Promise<ProjectSummary> {
  const { open, queue } = desk
  return {
    folder: open.root,
    project: open.project,
    annotator: desk.annotator,
    items: open.items.count - open.items.holes,
    reading: open.items.progress.state !== 'whole',
    readingLabels: desk.labels.index.reading !== null,
    counts: queue.counts,
    ...(open.readOnly === undefined ? {} : { readOnly: open.readOnly }),
    guidelines: open.guidelines,
    missing: open.missing.map(missingSource),
    problems: await desk.problems(),
    dataProblems: open.items.problems.length,
    start: startOf(desk)
  }
}

function missingSource({ path, format }: Source): MissingSource {
  // One picture or text may be a source of its own.
  return { path, folder: isFileFormat(format) && formatByExtension(path) !== format }
}

/** Where the person left off, else the first item that is to do, else the first. */
function startOf({ open, queue, lastSaved }: Desk): number {
  const left = lastSaved === undefined ? undefined : open.items.positionOf(lastSaved)
  return left ?? queue.nextTodo(-1, 1) ?? 0
}
