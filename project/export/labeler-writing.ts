import { extname } from 'node:path'
import type { ExportChunk, ExportContext, ExportCopy, ExportRecord } from '../../labelers/kit/format.ts'
import type { AnyLabeler } from '../../labelers/kit/labeler.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import type { Task } from '../../schemas/project.ts'
import { ok, type Result } from '../../schemas/schema.ts'
import type { Dropped } from '../export-project.ts'
import { resolveInProject } from '../paths.ts'
import { cutProblem } from './cut-wav.ts'
import { exportPlan, type ExportRun } from './export-plan.ts'
import { labelAnswer } from './label-answer.ts'
import { storedLabels } from './stored-labels.ts'
import type { Writing, WritingRequest, WritingRun } from './writing.ts'

/** Goes through the exporters of the labelers that have the format. */
export function labelerWriting(request: WritingRequest): Result<Writing> {
  const { project } = request.open
  const plan = exportPlan(project, request.options.format, request.options.tasks)
  if (!plan.ok) return plan
  const runs = plan.value
  const written = new Set(runs.flatMap(run => run.tasks.map(task => task.id)))
  const carried = runs.flatMap(run => run.carried.map(one => one.task.id))
  const exporters = runs.map(run => run.exporter)
  const fileName = fileNames(request.fileName)
  return ok({
    runs: runs.map(run => writingRun(request, run, fileName)),
    tasks: project.tasks.filter(task => written.has(task.id) || carried.includes(task.id)),
    carriedTasks: carried,
    cannotCarry: [...new Set(exporters.map(one => one.cannotCarry))].filter(text => text !== '').join(' '),
    offsetUnit: exporters.find(one => one.offsetUnit !== null)?.offsetUnit ?? null,
    tokenizer: exporters.find(one => one.tokenizer !== null)?.tokenizer ?? null
  })
}

/** The first task that asks gets the name the person gave; others get it with their id before the extension. */
function fileNames(given: string | undefined): (task: string, extension: string) => string {
  if (given === undefined) return (task, extension) => `${task}.${extension}`
  const extension = extname(given)
  let first: string | undefined
  return task => {
    first ??= task
    return task === first ? given : `${given.slice(0, -extension.length)}.${task}${extension}`
  }
}

function writingRun(
  request: WritingRequest,
  run: ExportRun,
  fileName: (task: string, extension: string) => string
): WritingRun {
  const context: ExportContext<unknown> = {
    tasks: run.tasks,
    categoryTasks: run.carried.map(({ task, labeler }) => {
      const { names = [], exclusive = false } = labeler.categorySet?.(task.config) ?? {}
      return { id: task.id, names, exclusive }
    }),
    projectName: request.open.project.name,
    fileName,
    ...(request.options.options === undefined ? {} : { options: request.options.options }),
    cutProblem: async path => {
      const { files, root } = request.open
      const resolved = await resolveInProject(files, root, path)
      return resolved.ok ? cutProblem(files, resolved.value) : resolved.problems[0]?.message
    },
    drop: dropped => request.drop(dropped)
  }
  return {
    folder: run.folder,
    write: (): AsyncIterable<ExportChunk | ExportCopy> => run.exporter.write(records(request, run), context),
    companions: counts => run.exporter.companions?.(context, counts) ?? []
  }
}

async function* records(request: WritingRequest, run: ExportRun): AsyncGenerator<ExportRecord<unknown>> {
  const { open, survey } = request
  for await (const { item, label } of storedLabels(open, survey, {
    bare: false,
    drop: one => request.drop(one)
  })) {
    if (label === undefined) continue
    const read = (task: string, labeler: AnyLabeler) => readAnswer(request, label, task, labeler)
    const answers = new Map(run.tasks.flatMap(task => entry(task.id, read(task.id, run.labeler))))
    const categories = new Map(
      run.carried.flatMap(({ task, labeler }) =>
        entry(task.id, namesOf(task, labeler, read(task.id, labeler)))
      )
    )
    if (answers.size === 0) {
      for (const task of categories.keys()) request.drop(withoutCarrier(run, label, task))
    }
    const { annotator, status, comments = [] } = label
    yield { item, annotator, status, comments, answers, categories }
  }
}

function withoutCarrier(run: ExportRun, label: LabelFile, task: string): Dropped {
  const carriers = run.tasks.map(one => `"${one.id}"`).join(', ')
  const reason = `Its classes go into the record of ${carriers}, which has no answer. Export this task alone to have them.`
  return { item: label.item.id, task, annotator: label.annotator, reason }
}

function readAnswer(request: WritingRequest, label: LabelFile, task: string, labeler: AnyLabeler): unknown {
  const read = labelAnswer(label, task, labeler)
  if (read === undefined || read.ok) return read?.value
  const [problem] = read.problems
  const reason = `The answer cannot be read: ${problem?.path ?? ''}: ${problem?.message ?? ''}`
  request.drop({ item: label.item.id, task, annotator: label.annotator, reason })
  return undefined
}

function namesOf(task: Task, labeler: AnyLabeler, answer: unknown): readonly string[] | undefined {
  return answer === undefined ? undefined : labeler.categories?.(answer, task.config)
}

function entry<T>(id: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[id, value]]
}
