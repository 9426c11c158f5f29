import type { ExportContext, ExportRecord } from './format.ts'

/** The answer to a task, or undefined after saying that there is none. */
export function answered<Answer>(
  record: ExportRecord<Answer>,
  task: string,
  context: Pick<ExportContext<unknown>, 'drop'>
): Answer | undefined {
  const answer = record.answers.get(task)
  if (answer === undefined) dropFrom(record, task, context)('The task has no answer.')
  return answer
}

/** Says of a record and a task that something was left out. */
export function dropFrom(
  record: ExportRecord<unknown>,
  task: string,
  context: Pick<ExportContext<unknown>, 'drop'>
): (reason: string) => void {
  return reason => context.drop({ item: record.item.id, task, annotator: record.annotator, reason })
}

/** The value of an option, or its default when it was not given. */
export function optionOf<T extends string>(
  context: Pick<ExportContext<unknown>, 'options'>,
  name: string,
  values: readonly [T, ...T[]]
): T {
  const given = context.options?.get(name)
  return values.find(value => value.toLowerCase() === given?.toLowerCase()) ?? values[0]
}
