import { resolve } from 'node:path'
import { diskFiles } from '../../project/disk-files.ts'
import { importInto, type ImportReport } from '../../project/import-project.ts'
import { openProject } from '../../project/open-project.ts'
import { defaultAnnotator, isAnnotatorId } from '../annotator.ts'
import { type Arguments, one } from '../arguments.ts'
import { formatFor } from '../format-name.ts'
import { exitCodes, ioError, type Outcome, usageError } from '../outcome.ts'
import { notAProject, unknownTask } from '../project-folder.ts'

export async function importCommand(given: Arguments): Promise<Outcome> {
  const format = formatFor(one(given, 'format') ?? '', 'imports')
  if (!format.ok) return usageError(format.message)
  const annotator = one(given, 'annotator')
  if (annotator !== undefined && !isAnnotatorId(annotator))
    return usageError(`"${annotator}" is not an annotator id.`)

  const files = diskFiles()
  const folder = resolve(given.positionals[0] ?? '')
  const missing = await notAProject(files, folder)
  if (missing !== undefined) return ioError([missing])
  const dryRun = given.flags.has('dry-run')
  const opened = await openProject(files, folder, { lock: !dryRun })
  if (!opened.ok) return ioError(opened.problems)
  const open = opened.value
  try {
    if (!dryRun && open.readOnly !== undefined) return ioError([{ file: folder, message: open.readOnly }])
    const task = one(given, 'task')
    const wrongTask = unknownTask(open.project, task)
    if (wrongTask !== undefined) return usageError(wrongTask)
    const imported = await importInto(open, {
      path: resolve(given.positionals[1] ?? ''),
      format: format.format,
      task,
      annotator: annotator ?? defaultAnnotator(),
      reassign: annotator !== undefined,
      dryRun,
      strict: given.flags.has('strict')
    })
    if (!imported.ok) return ioError(imported.problems)
    return importOutcome(imported.value, dryRun)
  } finally {
    await open.close()
  }
}

function importOutcome(report: ImportReport, dryRun: boolean): Outcome {
  const { problems, ...json } = report
  return {
    code: problems.length === 0 ? exitCodes.ok : exitCodes.findings,
    lines: [...(dryRun ? ['Nothing is written: this is a dry run.'] : []), ...reportLines(report)],
    problems,
    json: { dryRun, ...json }
  }
}

export function reportLines(report: ImportReport): string[] {
  return [
    `${report.created} label files made, ${report.merged} added to, ${report.unchanged} there already, ${report.skipped} left as they are.`,
    ...Object.entries(report.addedLabels)
      .filter(([, names]) => names.length > 0)
      .map(([task, names]) => `New labels of ${task}: ${names.join(', ')}`)
  ]
}
