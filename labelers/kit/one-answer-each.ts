import { answered, dropFrom } from './drops.ts'
import type { ExportContext, ExportRecord, ExportTask } from './format.ts'

/** One answer to one task, on its way out. */
export interface OutgoingAnswer<Config, Answer> {
  readonly record: ExportRecord<Answer>
  readonly task: ExportTask<Config>
  readonly answer: Answer
  /** Empty, or a folder of its own for each of several tasks, with a slash at its end. */
  readonly folder: string
  readonly drop: (reason: string) => void
}

/**
 * The answers of an export, in order, for formats that hold one for each item: those of further annotators are left out.
 * @param noun what the format has one answer for: `picture`
 */
export async function* oneAnswerEach<Config, Answer>(
  records: AsyncIterable<ExportRecord<Answer>>,
  context: ExportContext<Config>,
  noun: string
): AsyncGenerator<OutgoingAnswer<Config, Answer>> {
  const last = new Map<string, string>()
  for await (const record of records) {
    for (const task of context.tasks) {
      const answer = answered(record, task.id, context)
      if (answer === undefined) continue
      const drop = dropFrom(record, task.id, context)
      if (last.get(task.id) === record.item.id) {
        drop(
          `Another annotator’s answer goes out for this ${noun}, and the format has one for each. Choose an annotator.`
        )
        continue
      }
      last.set(task.id, record.item.id)
      yield { record, task, answer, folder: context.tasks.length > 1 ? `${task.id}/` : '', drop }
    }
  }
}
