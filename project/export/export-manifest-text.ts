import packageJson from '../../package.json' with { type: 'json' }
import { classNames } from '../../labelers/kit/classes.ts'
import { type ExportManifest, MANIFEST_FORMAT } from '../../schemas/export-manifest.ts'
import type { Project, Task } from '../../schemas/project.ts'
import { taskLabels } from '../task-labels.ts'

export type ManifestParts = Omit<
  ExportManifest,
  'goldset' | 'app' | 'project' | 'tasks' | 'carriedTasks' | 'classes'
> & {
  readonly tasks: readonly Task[]
  readonly carriedTasks: readonly string[]
}

/** Nothing in it tells one run from another: no time, no machine. */
export function manifestText(project: Project, parts: ManifestParts): string {
  const { tasks, carriedTasks, format, filters, offsetUnit, tokenizer, ...rest } = parts
  const manifest: ExportManifest = {
    goldset: MANIFEST_FORMAT,
    app: packageJson.version,
    project: { id: project.id, name: project.name, schemaVersion: project.schemaVersion },
    format,
    tasks: tasks.map(task => task.id),
    carriedTasks: [...carriedTasks],
    filters,
    offsetUnit,
    tokenizer,
    ...rest,
    classes: Object.fromEntries(tasks.flatMap(classesOf))
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

function classesOf(task: Task): [string, string[]][] {
  const labels = taskLabels(task)
  return labels.length === 0 ? [] : [[task.id, [...classNames(labels)]]]
}
