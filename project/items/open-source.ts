import type { Field, Source } from '../../schemas/project.ts'
import { failed, ok, type Result } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'
import { resolveInProject } from '../paths.ts'
import { openBytes } from '../sources/byte-source.ts'
import { isFileFormat } from '../sources/data-formats.ts'
import { fileFieldProblem, FileRows } from './file-rows.ts'
import type { SourceRows } from './source-rows.ts'
import { TableRows } from './table-rows.ts'

/** A source of a project, ready to be scanned. Fails with a sentence where it is not there or not what it should be. */
export async function openSource(
  files: Files,
  root: string,
  source: Source,
  fields: readonly Field[]
): Promise<Result<SourceRows>> {
  const resolved = await resolveInProject(files, root, source.path)
  if (!resolved.ok) return resolved
  const path = resolved.value
  const folder = (await files.stat(path))?.kind === 'folder'
  if (isFileFormat(source.format)) {
    const [field] = fields
    const problem = fileFieldProblem(source, fields)
    if (problem !== undefined || field === undefined)
      return failed(...(problem === undefined ? [] : [problem]))
    return ok(new FileRows(files, source, field, path, folder))
  }
  if (folder) return failed({ file: source.path, message: 'This is a folder, and a file was expected.' })
  const bytes = await openBytes(files, path, source.path)
  return bytes.ok ? ok(new TableRows(source, fields, bytes.value)) : bytes
}
