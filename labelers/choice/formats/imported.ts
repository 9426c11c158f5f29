import type { Problem } from '../../../schemas/schema.ts'
import { inSetOrder } from '../reduce.ts'
import type { Answer, Config } from '../schema.ts'

/** The value of an imported answer. */
export interface ForeignChoice {
  /** By name. */
  readonly chosen: readonly string[]
  /** Whether the file says that there can be several, even where there are not. */
  readonly multiple?: boolean
}

/** Several choices once any answer has several, or the file says so. */
export function configFor(values: Iterable<unknown>, defaults: Config): Config {
  let { multiple } = defaults
  for (const value of values) {
    const { chosen, multiple: said } = value as ForeignChoice
    multiple ||= said === true || chosen.length > 1
  }
  return { ...defaults, multiple }
}

export function answerOf(
  value: unknown,
  { config }: { readonly config: Config },
  idOf: (labelName: string) => string | undefined
): { readonly answer: Answer | undefined; readonly problems: readonly Problem[] } {
  const { chosen } = value as ForeignChoice
  const problems: Problem[] = []
  const ids = chosen.flatMap(name => {
    const id = idOf(name)
    if (id === undefined)
      problems.push({ message: `The choice "${name}" was left out: the task has no such label.` })
    return id ?? []
  })
  if (!config.multiple && ids.length > 1) {
    problems.push({ message: `${ids.length} classes are given and the task takes one, so none was taken.` })
    return { answer: undefined, problems }
  }
  if (ids.length === 0 && chosen.length > 0) return { answer: undefined, problems }
  return { answer: { chosen: inSetOrder(ids, config) }, problems }
}

/** What `ImportedRecord.answers` holds for a task. */
export function entry(chosen: readonly string[], mentions: readonly string[] = chosen, multiple?: boolean) {
  const value: ForeignChoice = { chosen, ...(multiple === undefined ? {} : { multiple }) }
  return { labels: [...new Set(mentions)], value }
}

/** The task of files that do not name one. */
export const TASK = 'category'
