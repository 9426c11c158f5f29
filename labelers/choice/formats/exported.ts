import { answered, dropFrom } from '../../kit/drops.ts'
import type { ExportContext, ExportRecord, ExportTask } from '../../kit/format.ts'
import { labelsById } from '../../kit/labels.ts'
import { inSetOrder } from '../reduce.ts'
import type { Answer, Config } from '../schema.ts'

/**
 * The ids chosen, in the order of the label set, all of them known. Undefined when the task was not answered, or when
 * a single choice holds no choice or several; each is dropped with a reason.
 */
export function exportedChoice(
  record: ExportRecord<Answer>,
  task: ExportTask<Config>,
  context: ExportContext<Config>
): readonly string[] | undefined {
  const answer = answered(record, task.id, context)
  if (answer === undefined) return undefined
  const drop = dropFrom(record, task.id, context)
  const labels = labelsById(task.config.labels)
  const chosen = inSetOrder(answer.chosen, task.config).filter(id => {
    if (!labels.has(id)) drop(`The choice "${id}" is not a label of the task.`)
    return labels.has(id)
  })
  if (task.config.multiple || chosen.length === 1) return chosen
  drop(
    chosen.length === 0 ? 'Nothing is chosen.' : `The task takes one choice, and ${chosen.length} are chosen.`
  )
  return undefined
}
