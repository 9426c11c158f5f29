import type { ImportFile } from './format.ts'
import type { Problem } from '../../schemas/schema.ts'

/** The file itself, or where a folder was given every file in it with an extension; those that cannot be read as problems. */
export async function* eachFile(
  file: ImportFile,
  extension: string
): AsyncGenerator<{ readonly file: ImportFile } | { readonly problem: Problem }> {
  if (file.isFolder !== true) {
    yield { file }
    return
  }
  for await (const each of file.below?.(extension) ?? []) {
    if (each.ok) yield { file: each.value }
    else for (const problem of each.problems) yield { problem }
  }
}
