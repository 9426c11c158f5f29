import type { Problem } from '../../schemas/schema.ts'
import { labelSetProblems } from '../kit/keys.ts'
import { admits } from './attributes.ts'
import { keptKeys } from './keys.ts'
import type { Attribute, Config } from './schema.ts'

/** What is wrong with a config beyond its schema: labels as everywhere, and attributes nobody could answer. */
export function checkConfig(config: Config): readonly Problem[] {
  const problems = [...labelSetProblems(config.labels, keptKeys)]
  const labels = new Set(config.labels.map(label => label.id))
  const ids = new Set<string>()
  const names = new Set<string>()
  for (const [place, attribute] of config.attributes.entries()) {
    const say = (part: string, message: string) =>
      problems.push({ path: `/attributes/${place}/${part}`, message })
    if (ids.has(attribute.id))
      say('id', `The id "${attribute.id}" is used twice; every attribute needs its own.`)
    if (names.has(attribute.name))
      say('name', `"${attribute.name}" names two attributes; exports could not tell them apart.`)
    ids.add(attribute.id)
    names.add(attribute.name)
    for (const { part, message } of problemsOf(attribute, labels)) say(part, message)
  }
  return problems
}

function* problemsOf(attribute: Attribute, labels: ReadonlySet<string>) {
  const { name, kind, values = [] } = attribute
  if (kind === 'choice' && values.length === 0)
    yield { part: 'values', message: `"${name}" is a choice, and there is nothing to choose from.` }
  if (new Set(values).size !== values.length)
    yield { part: 'values', message: `"${name}" has the same value twice.` }
  const unknown = attribute.labels?.find(id => !labels.has(id))
  if (unknown !== undefined)
    yield {
      part: 'labels',
      message: `"${name}" is asked of the label "${unknown}", which this task does not have.`
    }
  if (attribute.default !== undefined && !admits(attribute, attribute.default))
    yield {
      part: 'default',
      message: `"${name}" cannot be "${String(attribute.default)}", so that cannot be its default.`
    }
  if (attribute.key !== undefined && [...attribute.key].length !== 1)
    yield { part: 'key', message: `The key "${attribute.key}" of "${name}" must be one character.` }
}
