import type { Problem } from '../../schemas/schema.ts'
import { labelSetProblems } from '../kit/keys.ts'
import { keptKeys } from './keys.ts'
import type { Config } from './schema.ts'

/** What is wrong with a config beyond its schema: speakers and kinds as everywhere, and marks nobody could type. */
export function checkConfig(config: Config): readonly Problem[] {
  const problems: Problem[] = [
    ...labelSetProblems(config.labels),
    ...labelSetProblems(config.kinds, keptKeys).map(problem => ({
      ...problem,
      path: (problem.path ?? '').replace('/labels/', '/kinds/')
    }))
  ]
  const texts = new Set<string>()
  const keys = new Map<string, string>()
  for (const [place, { text, name, key }] of config.marks.entries()) {
    const say = (part: string, message: string) => problems.push({ path: `/marks/${place}/${part}`, message })
    if (texts.has(text)) say('text', `The mark "${text}" is there twice.`)
    texts.add(text)
    if (text.trim() !== text) say('text', `The mark "${text}" of "${name}" has a blank at an end.`)
    if (key === undefined) continue
    if ([...key].length !== 1 || /\s/u.test(key))
      say('key', `The key "${key}" of "${name}" must be one character.`)
    else if (keys.has(key)) say('key', `The key ${key} is used by "${keys.get(key)}" and by "${name}".`)
    keys.set(key, name)
  }
  const { minSegment, maxSegment } = config.rules
  if (minSegment !== undefined && maxSegment !== undefined && minSegment > maxSegment)
    problems.push({
      path: '/rules/minSegment',
      message: `No segment can be at least ${minSegment} s and at most ${maxSegment} s long.`
    })
  return problems
}
