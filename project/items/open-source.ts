import type { Field, Source } from '../../schemas/project.ts'
import { failed, ok, type Result } from '../../schemas/schema.ts'
import { FileError, type Files } from '../files.ts'
import { resolveInProject } from '../paths.ts'
import { openBytes } from '../sources/byte-source.ts'
import { isFileFormat } from '../sources/data-formats.ts'
import { fileStamp } from './index-stamp.ts'
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
  try {
    // Before the file is opened: if it changes in between, the stamp is the old one, and nothing kept is trusted.
    const stamp = await fileStamp(files, path)
    const bytes = await openBytes(files, path, source.path)
    return bytes.ok ? ok(new TableRows(source, fields, bytes.value, { stamp })) : bytes
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return failed({ file: source.path, message: error.message })
  }
}
