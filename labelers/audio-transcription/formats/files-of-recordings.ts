import { ExportNames } from '../../kit/export-names.ts'
import type { ExportContext } from '../../kit/format.ts'
import type { Config } from '../schema.ts'
import type { AnsweredRecording } from './exported.ts'

/**
 * Names for formats with a file for each recording, which say of what recording they are by their name alone. Gives the name
 * without extension, in the folder of the task; says where it had to be another one, which an import does not find.
 */
export function filesOfRecordings(context: ExportContext<Config>): (recording: AnsweredRecording) => string {
  const names = new Map(context.tasks.map(task => [task.id, new ExportNames()]))
  return ({ task, path, folder, drop }) => {
    const { stem } = names.get(task.id)?.nameFor(path) ?? { stem: path }
    if (!path.startsWith(`${stem}.`) && path !== stem)
      drop(
        `Its file is called "${stem}": another recording has its name, or it cannot be a name everywhere. An import does not find the recording by it.`
      )
    return folder + stem
  }
}
