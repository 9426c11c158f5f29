import type { Problem } from '../../schemas/schema.ts'
import type { Context } from '../kit/labeler.ts'
import { labelsById } from '../kit/labels.ts'
import type { Answer, Config } from './schema.ts'

/** What keeps an answer from being complete or true. */
export function check(answer: Answer, { config, required }: Context<Config>): readonly Problem[] {
  const problems: Problem[] = []
  const labels = labelsById(config.labels)
  for (const [place, id] of answer.chosen.entries()) {
    if (!labels.has(id))
      problems.push({ path: `/chosen/${place}`, message: `"${id}" is not a label of this task.` })
  }
  const count = answer.chosen.length
  const say = (message: string) => problems.push({ path: '/chosen', message })
  if (count === 0) {
    if (required) say(config.multiple ? 'Choose at least one.' : 'Choose one.')
  } else if (!config.multiple) {
    if (count > 1) say(`Only one can be chosen, and ${count} are.`)
  } else if (config.min !== undefined && count < config.min) {
    say(`Choose at least ${config.min}; ${count === 1 ? '1 is' : `${count} are`} chosen.`)
  } else if (config.max !== undefined && count > config.max) {
    say(`Choose at most ${config.max}; ${count} are chosen.`)
  }
  return problems
}

/** What is wrong with the bounds of a config. */
export function boundsProblems({ labels, multiple, min, max, autoAdvance }: Config): readonly Problem[] {
  const offered = labels.filter(label => label.retired !== true).length
  const problems: Problem[] = []
  if (!multiple && (min ?? 0) > 1)
    problems.push({ path: '/min', message: `With "multiple": false nobody can choose ${min}.` })
  if (multiple && min !== undefined && max !== undefined && min > max)
    problems.push({ path: '/min', message: `At least ${min} and at most ${max} cannot both hold.` })
  if (multiple && min !== undefined && offered > 0 && min > offered)
    problems.push({
      path: '/min',
      message: `At least ${min} must be chosen, and there are only ${offered} labels.`
    })
  if (multiple && autoAdvance === true)
    problems.push({ path: '/autoAdvance', message: 'Going on by itself works with a single choice only.' })
  return problems
}
