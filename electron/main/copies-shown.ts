import { basename } from 'node:path/posix'
import { readCopy } from '../../project/conflict-copy.ts'
import { readAnswer } from '../../project/label-problems.ts'
import { kindOfFile } from '../../project/stray-files.ts'
import type { Task } from '../../schemas/project.ts'
import type { Item } from '../../schemas/item.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import type { CopySide, ShownCopy } from '../api/contract.ts'
import type { Desk } from './session.ts'

/** The conflict copies beside the label file of an item, each compared with it. */
export async function copiesShown(
  desk: Desk,
  item: Item,
  label: LabelFile | null
): Promise<readonly ShownCopy[]> {
  const shown: ShownCopy[] = []
  for (const { file } of desk.copiesOf(item)) {
    const kind = kindOfFile(basename(file))
    const made = typeof kind === 'object' ? kind.made : ''
    const read = await readCopy({ open: desk.open, annotator: desk.annotator, item, file })
    if (!read.ok) shown.push({ file, made, problem: read.problems[0] ?? { message: '' } })
    else if (read.value !== undefined)
      shown.push({ file, made, ...compared(desk.open.project.tasks, label, read.value) })
  }
  return shown
}

function compared(
  tasks: readonly Task[],
  mine: LabelFile | null,
  copy: LabelFile
): Pick<ShownCopy, 'same' | 'here' | 'copy'> {
  const said = ({ status, answers, comments, unsure }: LabelFile) =>
    JSON.stringify([status, answers, comments ?? [], unsure ?? false])
  return {
    same: mine !== null && said(mine) === said(copy),
    here: mine === null ? null : sideOf(tasks, mine),
    copy: sideOf(tasks, copy)
  }
}

function sideOf(tasks: readonly Task[], label: LabelFile): CopySide {
  return {
    status: label.status,
    savedAt: label.savedAt,
    comments: label.comments?.length ?? 0,
    answers: tasks.map(task => {
      const read = readAnswer(task, label)
      return read.kind === 'answer' ? read.labeler.summary(read.answer, task.config) : null
    })
  }
}
