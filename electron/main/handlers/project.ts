import { newProject } from '../../../project/new-project.ts'
import { inspectPaths } from '../../../project/preview-source.ts'
import { templateOf } from '../../../project/templates.ts'
import { failed, ok } from '../../../schemas/schema.ts'
import type { Handlers, ProjectSummary } from '../../api/contract.ts'
import { notAbsolute } from '../absolute.ts'
import type { Desktop } from '../handlers.ts'
import { rememberDesk } from '../recents.ts'
import { placeSample } from '../samples.ts'
import type { Desk } from '../session.ts'

type ProjectCalls = Pick<
  Handlers,
  'path.inspect' | 'project.create' | 'project.open' | 'project.close' | 'sample.open'
>

/** Making, opening and leaving projects. */
export function projectHandlers(desktop: Desktop): ProjectCalls {
  const { place, session, settings } = desktop
  return {
    async 'path.inspect'({ paths }) {
      const wrong = notAbsolute(paths)
      return wrong === undefined ? inspectPaths(place.files, paths) : { kind: 'nothing', problems: [wrong] }
    },
    async 'project.create'({ template, ...spec }) {
      const wrong = notAbsolute([spec.folder, ...spec.paths])
      if (wrong !== undefined) return failed(wrong)
      const found = templateOf(template)
      if (!found.ok) return found
      const { fields, tasks, guidelines } = found.value
      const made = await newProject(place.files, { ...spec, fields, tasks, guidelines })
      return made.ok ? ok({ folder: made.value.folder }) : made
    },
    async 'project.open'({ folder }) {
      const wrong = notAbsolute([folder])
      if (wrong !== undefined) return failed(wrong)
      await rememberDesk(desktop)
      const opened = await session.open(folder, settings.settings.annotator)
      if (!opened.ok) return opened
      const lastItem = settings.recents.find(recent => recent.folder === opened.value.open.root)?.lastItem
      opened.value.lastSaved = lastItem
      await rememberDesk(desktop)
      return ok(summary(opened.value))
    },
    async 'project.close'() {
      await rememberDesk(desktop)
      await session.close()
      return null
    },
    async 'sample.open'({ id }) {
      const placed = await placeSample(place, id)
      return placed.ok ? ok({ folder: placed.value }) : placed
    }
  }
}

function summary(desk: Desk): ProjectSummary {
  const { open, queue } = desk
  return {
    folder: open.root,
    project: open.project,
    annotator: desk.annotator,
    items: open.items.count,
    counts: queue.counts,
    ...(open.readOnly === undefined ? {} : { readOnly: open.readOnly }),
    guidelines: open.guidelines,
    problems: desk.problems,
    start: startOf(desk)
  }
}

/** Where the person left off, else the first item that is to do, else the first. */
function startOf({ open, queue, lastSaved }: Desk): number {
  const left = lastSaved === undefined ? undefined : open.items.positionOf(lastSaved)
  return left ?? queue.nextTodo(-1, 1) ?? 0
}
