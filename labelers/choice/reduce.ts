import type { Context } from '../kit/labeler.ts'
import { labelsById } from '../kit/labels.ts'
import type { Answer, Command, Config } from './schema.ts'

/** Pure and total: what cannot be done, or changes nothing, returns the same object. */
export function reduce(answer: Answer, command: Command, { config }: Context<Config>): Answer {
  switch (command.type) {
    case 'choice.toggle': {
      const { label } = command
      if (answer.chosen.includes(label))
        return { ...answer, chosen: answer.chosen.filter(id => id !== label) }
      return chosen(answer, label, config)
    }
    case 'choice.choose':
      return answer.chosen.includes(command.label) ? answer : chosen(answer, command.label, config)
    case 'choice.clear':
      return answer.chosen.length === 0 ? answer : { ...answer, chosen: [] }
    default:
      return answer
  }
}

function chosen(answer: Answer, label: string, config: Config): Answer {
  const known = labelsById(config.labels).get(label)
  if (known === undefined || known.retired === true) return answer
  return { ...answer, chosen: config.multiple ? inSetOrder([...answer.chosen, label], config) : [label] }
}

/** In the order of the label set, each once; ids it does not know come last, as they were. */
export function inSetOrder(chosen: readonly string[], config: Config): string[] {
  const wanted = new Set(chosen)
  const known = config.labels.map(label => label.id).filter(id => wanted.has(id))
  const labels = labelsById(config.labels)
  return [...new Set([...known, ...chosen.filter(id => !labels.has(id))])]
}
