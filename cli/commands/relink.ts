import { resolve } from 'node:path'
import { diskFiles } from '../../project/disk-files.ts'
import { relinkSource } from '../../project/relink-source.ts'
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
  const relinked = await relinkSource(files, folder, from, resolve(folder, to))
  if (!relinked.ok)
    return { code: exitCodes.findings, lines: [], problems: relinked.problems, json: { folder } }
  const { path, compared } = relinked.value
  return {
    code: exitCodes.ok,
    lines: [
      `"${from}" is now "${path}". Labelled items that were compared: ${compared.toLocaleString('en')}.`
    ],
    problems: [],
    json: { folder, from, to: path, compared }
  }
}
