import { resolve } from 'node:path'
import { checkProject } from '../../project/check-project.ts'
import { diskFiles } from '../../project/disk-files.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes, ioError, type Outcome } from '../outcome.ts'
import { notAProject } from '../project-folder.ts'

export async function checkCommand(given: Arguments): Promise<Outcome> {
  const files = diskFiles()
  const folder = resolve(given.positionals[0] ?? '')
  const missing = await notAProject(files, folder)
  if (missing !== undefined) return ioError([missing])
  const problems = await checkProject(files, folder)
  return problems.length === 0
    ? { code: exitCodes.ok, lines: ['Everything is in order.'], problems, json: { folder } }
    : { code: exitCodes.findings, lines: [count(problems.length)], problems, json: { folder } }
}

function count(problems: number): string {
  return problems === 1 ? '1 problem.' : `${problems} problems.`
}
