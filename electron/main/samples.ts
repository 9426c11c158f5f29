import { join } from 'node:path'
import { FileError, type Files } from '../../project/files.ts'
import { type Project, PROJECT_FILE } from '../../schemas/project.ts'
import { failed, ok, type Result } from '../../schemas/schema.ts'
import type { SampleInfo } from '../api/contract.ts'
import type { Place } from './place.ts'

/**
 * The samples that came with the app. They are not checked against their schema, which would take longer than all else of
 * the start: a test does that for every one of them. A folder without a project is not one.
 */
export async function listSamples(files: Files, folder: string): Promise<readonly SampleInfo[]> {
  const entries = await files.list(folder).catch(() => [])
  const samples: SampleInfo[] = []
  for (const { name: id, kind } of entries) {
    if (kind !== 'folder') continue
    const project = await shippedProject(files, join(folder, id, PROJECT_FILE))
    if (project === undefined) continue
    const { name, tasks, fields, about } = project
    const labelers = [...new Set(tasks.map(task => task.labeler))]
    const titles = tasks.map(task => task.title).join(' + ')
    const kinds = fields.map(field => field.kind)
    samples.push({ id, name, about: typeof about === 'string' ? about : titles, kinds, labelers })
  }
  return samples
}

async function shippedProject(
  files: Files,
  path: string
): Promise<(Project & { readonly about?: unknown }) | undefined> {
  try {
    return JSON.parse(new TextDecoder().decode(await files.read(path))) as Project
  } catch {
    return undefined
  }
}

/** A sample where it can be written to: the copy made before, else a new one. Resolves to its folder. */
export async function placeSample(place: Place, id: string): Promise<Result<string>> {
  const { files } = place
  const known = await listSamples(files, place.samplesFrom)
  if (!known.some(sample => sample.id === id)) return failed({ message: `There is no sample named "${id}".` })
  const from = join(place.samplesFrom, id)
  const problems = []
  for (const parent of [place.samplesTo, join(place.userData, 'samples')]) {
    const to = join(parent, id)
    try {
      if ((await files.stat(join(to, PROJECT_FILE))) !== undefined) return ok(to)
      await copyFolder(files, from, to)
      // Last: a copy that was cut short is not a project, and is made again.
      await files.create(join(to, PROJECT_FILE), await files.read(join(from, PROJECT_FILE)))
      return ok(to)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      problems.push({ file: error.path, message: error.message })
    }
  }
  return failed(...problems)
}

/** Read and written, not copied by the system: the samples may lie inside the app's archive. */
async function copyFolder(files: Files, from: string, to: string): Promise<void> {
  for (const { name, kind } of await files.list(from)) {
    if (name === PROJECT_FILE || name === '.goldset') continue
    if (kind === 'folder') await copyFolder(files, join(from, name), join(to, name))
    else if (kind === 'file') await files.write(join(to, name), await files.read(join(from, name)))
  }
}
