import type { Answer, Config } from '../schema.ts'

/** `one`, `any number`, `2 to 4`: how many to choose. */
export function headline(config: Config, _answer: Answer): { note: string } {
  if (!config.multiple) return { note: 'one' }
  const min = config.min ?? 0
  const max = config.max
  if (max === undefined) return { note: min === 0 ? 'any number' : `${min} or more` }
  if (min === 0) return { note: `up to ${max}` }
  return { note: min === max ? `${min}` : `${min} to ${max}` }
}
