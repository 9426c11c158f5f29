import type { ExportChunk } from '../../labelers/kit/format.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import type { Task } from '../../schemas/project.ts'
import { failed, idFor, ok, type Result } from '../../schemas/schema.ts'
import { GOLDSET_FORMAT } from '../formats/goldset-info.ts'
import { headerLine, itemLine } from '../formats/goldset-lines.ts'
import { storedLabels } from './stored-labels.ts'
import type { Writing, WritingRequest } from './writing.ts'

/** Goldset JSONL needs no labeler: label files go out as they are, those of unknown labelers too. */
export function goldsetWriting(request: WritingRequest): Result<Writing> {
  const { open, options } = request
  const wanted = options.tasks
  const unknown = wanted?.find(id => !open.project.tasks.some(task => task.id === id))
  if (unknown !== undefined) return failed({ message: `There is no task "${unknown}" in this project.` })
  const tasks = open.project.tasks.filter(task => wanted === undefined || wanted.includes(task.id))
  const file = request.fileName ?? `${idFor(open.project.name, new Set())}.jsonl`
  return ok({
    runs: [{ folder: '', write: () => lines(request, tasks, file), companions: () => [] }],
    tasks,
    carriedTasks: [],
    cannotCarry: GOLDSET_FORMAT.cannotCarry,
    offsetUnit: 'codepoint',
    tokenizer: null
  })
}

async function* lines(
  request: WritingRequest,
  tasks: readonly Task[],
  file: string
): AsyncGenerator<ExportChunk> {
  const { open, options, survey } = request
  yield { file, text: headerLine({ ...open.project, tasks: [...tasks] }, open.guidelines), records: 0 }
  const bare = options.status === 'all'
  for await (const { item, label } of storedLabels(open, survey, { bare, drop: one => request.drop(one) })) {
    yield { file, text: itemLine(item, label && onlyTasks(label, options.tasks)) }
  }
}

function onlyTasks(label: LabelFile, wanted: readonly string[] | undefined): LabelFile {
  if (wanted === undefined) return label
  const kept = <T>(values: Record<string, T>) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => wanted.includes(id)))
  return { ...label, answers: kept(label.answers), labelers: kept(label.labelers) }
}
