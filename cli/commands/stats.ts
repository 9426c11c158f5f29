import { resolve } from 'node:path'
import { diskFiles } from '../../project/disk-files.ts'
import { openProject } from '../../project/open-project.ts'
import { statsOf } from '../../project/stats/stats-of.ts'
import { localZone, utcZone } from '../../project/stats/zone.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes, ioError, type Outcome } from '../outcome.ts'
import { notAProject } from '../project-folder.ts'
import { statsLines } from '../stats-lines.ts'

export async function statsCommand(given: Arguments): Promise<Outcome> {
  const files = diskFiles()
  const folder = resolve(given.positionals[0] ?? '')
  const missing = await notAProject(files, folder)
  if (missing !== undefined) return ioError([missing])
  const opened = await openProject(files, folder, { lock: false })
  if (!opened.ok) return ioError(opened.problems)
  try {
    const zone = given.flags.has('utc') ? utcZone : localZone()
    const { problems, ...stats } = await statsOf(opened.value, { now: new Date(), zone })
    return { code: exitCodes.ok, lines: statsLines(stats), problems, json: stats }
  } finally {
    await opened.value.close()
  }
}
