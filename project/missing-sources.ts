import { join } from 'node:path'
import type { Source } from '../schemas/project.ts'
import { FileError, type Files } from './files.ts'

/** The sources of a project that are not where it says. What is there and cannot be read is not among them. */
export async function missingSources(
  files: Files,
  root: string,
  sources: readonly Source[]
): Promise<readonly Source[]> {
  const missing: Source[] = []
  for (const source of sources) {
    try {
      await files.realPath(join(root, ...source.path.split('/')))
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      if (error.kind === 'missing') missing.push(source)
    }
  }
  return missing
}
