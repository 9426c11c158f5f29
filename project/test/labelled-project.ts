import { labelSet } from '../../schemas/label-set.ts'
import type { Status } from '../../schemas/label-file.ts'
import type { Project, Task } from '../../schemas/project.ts'
import type { MemoryFiles } from '../memory-files.ts'
import { memoryFiles } from '../memory-files.ts'
import { type OpenProject, openProject } from '../open-project.ts'
import { createProjectFile } from '../project-file.ts'
import { itemAt } from './items-of.ts'

export const ROOT = '/data/project'

export interface Row {
  readonly id: string
  readonly text: string
  readonly [column: string]: unknown
}

/** What somebody answered, with labels by name. */
export interface Answered {
  readonly item: string
  readonly by?: string
  readonly status?: Status
  /** `[start, end, label name]`, in code points. */
  readonly entities?: readonly (readonly [number, number, string])[]
  readonly [choiceTask: string]: unknown
}

export function entitiesTask(names: readonly string[], overlap: 'none' | 'nested' | 'any' = 'none'): Task {
  return task('entities', 'text-entities', { labels: labelSet(names), granularity: 'word', overlap })
}

export function choiceTask(id: string, names: readonly string[], multiple = false): Task {
  return task(id, 'choice', { labels: labelSet(names), multiple })
}

function task(id: string, labeler: string, config: unknown): Task {
  return { id, title: id, labeler, labelerVersion: 1, field: 'text', config }
}

/** A project in memory, open for writing, with answers saved the way the application saves them. */
export async function labelledProject(
  tasks: readonly Task[],
  rows: readonly Row[],
  answers: readonly Answered[] = [],
  tokensColumn?: string
): Promise<OpenProject & { readonly files: MemoryFiles }> {
  const files = memoryFiles()
  const project: Project = {
    goldset: 'project/1',
    id: 'tiny',
    name: 'Tiny project',
    schemaVersion: 1,
    fields: [{ id: 'text', kind: 'text' }],
    sources: [
      {
        path: 'data/items.jsonl',
        format: 'jsonl',
        ...(tokensColumn === undefined || !rows.some(row => tokensColumn in row) ? {} : { tokensColumn })
      }
    ],
    tasks: [...tasks]
  }
  await files.write(`${ROOT}/data/items.jsonl`, rows.map(row => `${JSON.stringify(row)}\n`).join(''))
  await createProjectFile(files, ROOT, project)
  const opened = await openProject(files, ROOT, { lock: true })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const open = Object.assign(opened.value, { files })
  for (const answer of answers) await save(open, answer)
  return open
}

async function save(
  open: OpenProject,
  { item: id, by = 'ann', status = 'submitted', ...given }: Answered
): Promise<void> {
  const item = await itemAt(open.items, open.items.positionOf(id) ?? -1)
  const points = [...(item.fields['text'] ?? '')]
  const answers = Object.entries(given).map(([taskId, value]) => {
    const of = open.project.tasks.find(one => one.id === taskId)
    if (of === undefined) throw new Error(`no task ${taskId}`)
    const { labels } = of.config as { labels: ReturnType<typeof labelSet> }
    const idOf = (name: string) => labels.find(label => label.name === name)?.id ?? name
    if (of.labeler === 'choice') return [taskId, { chosen: (value as string[]).map(idOf) }]
    const spans = (value as [number, number, string][]).map(([start, end, name], place) => ({
      id: `s${place + 1}`,
      start,
      end,
      label: idOf(name),
      text: points.slice(start, end).join('')
    }))
    return [taskId, { offsetUnit: 'codepoint', spans }]
  })
  const saved = await open.labels.save({
    item,
    annotator: by,
    revision: 0,
    status,
    answers: Object.fromEntries(answers) as Record<string, unknown>,
    labelers: Object.fromEntries(
      Object.keys(given).map(taskId => [
        taskId,
        `${open.project.tasks.find(one => one.id === taskId)?.labeler ?? ''}/1`
      ])
    ),
    comments: [],
    unsure: false,
    activeMs: 0,
    schemaVersion: 1,
    guidelineVersion: 0
  })
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
}

export function textOf(files: MemoryFiles, path: string): string {
  const bytes = files.snapshot().get(path)
  if (bytes === undefined)
    throw new Error(`There is no ${path} among ${[...files.snapshot().keys()].join(' ')}`)
  return Buffer.from(bytes).toString('utf8')
}
