import { join } from 'node:path'
import type { Files } from '../project/files.ts'
import { type Project, PROJECT_FILE } from '../schemas/project.ts'
import type { Problem } from '../schemas/schema.ts'

/** Why a command about a project cannot even begin; undefined when there is a project file, in whatever state. */
export async function notAProject(files: Files, folder: string): Promise<Problem | undefined> {
  const place = await files.stat(folder)
  if (place === undefined) return { file: folder, message: 'There is no such folder.' }
  if (place.kind !== 'folder')
    return { file: folder, message: 'This is a file; name the folder of a project.' }
  if ((await files.stat(join(folder, PROJECT_FILE))) !== undefined) return undefined
  return {
    file: folder,
    message: `This is not a project: it has no ${PROJECT_FILE}. Make one with "goldset new".`
  }
}

/** A sentence that lists the tasks there are; undefined when the task is one of them or none was asked for. */
export function unknownTask(project: Project, task: string | undefined): string | undefined {
  if (task === undefined || project.tasks.some(one => one.id === task)) return undefined
  const ids = project.tasks.map(one => one.id).join(', ')
  return `There is no task "${task}" in this project. Its tasks are ${ids === '' ? 'none' : ids}.`
}
