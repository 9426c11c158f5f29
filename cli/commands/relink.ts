import { relative, resolve } from 'node:path'
import { diskFiles } from '../../project/disk-files.ts'
import { relinkSource } from '../../project/relink-source.ts'
import { toPosix } from '../../project/sources/find-sources.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes, ioError, type Outcome, usageError } from '../outcome.ts'
import { notAProject } from '../project-folder.ts'

export async function relinkCommand(given: Arguments): Promise<Outcome> {
  const files = diskFiles()
  const folder = resolve(given.positionals[0] ?? '')
  const [from, to, ...more] = given.values.get('source') ?? []
  if (from === undefined || to === undefined || more.length > 0)
    return usageError('--source takes two paths: what the project calls the data, and where it is now.')
  const missing = await notAProject(files, folder)
  if (missing !== undefined) return ioError([missing])
  const path = toPosix(relative(folder, resolve(folder, to)))
  const relinked = await relinkSource(files, folder, from, path)
  if (!relinked.ok)
    return { code: exitCodes.findings, lines: [], problems: relinked.problems, json: { folder } }
  const { compared } = relinked.value
  return {
    code: exitCodes.ok,
    lines: [`"${from}" is now "${path}". ${compared} answers were compared with its items.`],
    problems: [],
    json: { folder, from, to: path, compared }
  }
}
