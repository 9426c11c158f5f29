import { resolve } from 'node:path'
import { diskFiles } from '../../project/disk-files.ts'
import { openProject } from '../../project/open-project.ts'
import { type Stats, statsOf } from '../../project/stats.ts'
import { statuses } from '../../schemas/label-file.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes, ioError, type Outcome } from '../outcome.ts'
import { notAProject } from '../project-folder.ts'
import { table } from '../table.ts'

export async function statsCommand(given: Arguments): Promise<Outcome> {
  const files = diskFiles()
  const folder = resolve(given.positionals[0] ?? '')
  const missing = await notAProject(files, folder)
  if (missing !== undefined) return ioError([missing])
  const opened = await openProject(files, folder, { lock: false })
  if (!opened.ok) return ioError(opened.problems)
  try {
    const stats = await statsOf(opened.value)
    const { problems, ...json } = stats
    return { code: exitCodes.ok, lines: linesOf(stats), problems, json }
  } finally {
    await opened.value.close()
  }
}

function linesOf(stats: Stats): string[] {
  const used = statuses.filter(
    status => stats.statuses[status] > 0 || stats.annotators.some(one => one.statuses[status] > 0)
  )
  const counts = (of: Stats['statuses']) => used.map(status => String(of[status]))
  const people = table(
    ['', 'label files', ...used],
    [
      ['items', '', ...counts(stats.statuses)],
      ...stats.annotators.map(one => [one.id, String(one.labelFiles), ...counts(one.statuses)])
    ],
    new Set(Array.from({ length: used.length + 1 }, (_, place) => place + 1))
  )
  const labels = stats.tasks.flatMap(task => [
    [task.id, '(answers)', String(task.answers.submitted), String(task.answers.all)],
    ...task.labels.map(label => [task.id, label.name, String(label.submitted), String(label.all)])
  ])
  return [
    `${stats.project.name}: ${stats.items} items`,
    '',
    ...people,
    '',
    ...table(['task', 'label', 'submitted', 'all'], labels, new Set([2, 3]))
  ]
}
