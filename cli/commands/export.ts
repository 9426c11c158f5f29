import { extname, resolve } from 'node:path'
import type { FormatOption } from '../../labelers/kit/format.ts'
import { diskFiles } from '../../project/disk-files.ts'
import { type Dropped, exportProject, type ExportReport } from '../../project/export-project.ts'
import { listFormats } from '../../project/formats.ts'
import { openProject } from '../../project/open-project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { isAnnotatorId } from '../annotator.ts'
import { type Arguments, one } from '../arguments.ts'
import { formatFor } from '../format-name.ts'
import { exitCodes, ioError, type Outcome, usageError } from '../outcome.ts'
import { notAProject, unknownTask } from '../project-folder.ts'

export async function exportCommand(given: Arguments): Promise<Outcome> {
  const format = formatFor(one(given, 'format') ?? '', 'exports')
  if (!format.ok) return usageError(format.message)
  const status = one(given, 'status') ?? 'submitted'
  if (status !== 'submitted' && status !== 'all')
    return usageError(`--status is submitted or all, not "${status}".`)
  const annotator = one(given, 'annotator')
  if (annotator !== undefined && !isAnnotatorId(annotator))
    return usageError(`"${annotator}" is not an annotator id.`)
  const offered = listFormats()
    .filter(info => info.format === format.format)
    .flatMap(info => info.options)
  const chosen = optionsOf(given.values.get('option') ?? [], offered)
  if (typeof chosen === 'string') return usageError(chosen)

  const files = diskFiles()
  const folder = resolve(given.positionals[0] ?? '')
  const missing = await notAProject(files, folder)
  if (missing !== undefined) return ioError([missing])
  const opened = await openProject(files, folder, { lock: false })
  if (!opened.ok) return ioError(opened.problems)
  try {
    const task = one(given, 'task')
    const wrongTask = unknownTask(opened.value.project, task)
    if (wrongTask !== undefined) return usageError(wrongTask)
    const target = one(given, 'out') ?? ''
    const exported = await exportProject(opened.value, {
      format: format.format,
      tasks: task === undefined ? undefined : [task],
      annotator,
      status,
      // `resolve` drops a closing slash, which says "folder" where the name has a dot in it.
      out: /[/\\]$/.test(target) && extname(resolve(target)) !== '' ? `${resolve(target)}/` : resolve(target),
      options: chosen
    })
    if (!exported.ok) return ioError(exported.problems)
    return outcomeOf(exported.value)
  } finally {
    await opened.value.close()
  }
}

function optionsOf(
  words: readonly string[],
  offered: readonly FormatOption[]
): ReadonlyMap<string, string> | string {
  const chosen = new Map<string, string>()
  for (const word of words) {
    const [name = '', value] = word.split(/=(.*)/s)
    const option = offered.find(one => one.name === name)
    if (option === undefined) {
      const names = [...new Set(offered.map(one => one.name))].join(', ')
      return `This format has no option "${name}"; it has ${names === '' ? 'none' : names}.`
    }
    if (value === undefined || !option.values.includes(value)) {
      return `--option ${name} is one of ${option.values.map(each => `${name}=${each}`).join(', ')}.`
    }
    chosen.set(name, value)
  }
  return chosen
}

/** Drops are what the format cannot carry, said and in the manifest: no findings. A damaged file is one. */
function outcomeOf(report: ExportReport): Outcome {
  const { counts, dropped, damaged } = report
  return {
    code: damaged > 0 ? exitCodes.findings : exitCodes.ok,
    lines: [
      `${counts.out} records from ${counts.in} label files, ${counts.dropped} things left out.`,
      ...report.files.map(file => `  ${file}`)
    ],
    problems: dropped.map(problemOf),
    json: { ...report }
  }
}

function problemOf(dropped: Dropped): Problem {
  const of = [dropped.task, dropped.annotator].filter(part => part !== undefined).join(', ')
  return { message: `Left out: ${dropped.item}${of === '' ? '' : ` (${of})`}: ${dropped.reason}` }
}
