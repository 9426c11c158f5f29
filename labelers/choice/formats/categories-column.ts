import { isStrings } from '../../kit/json-lines.ts'
import { entry } from './imported.ts'

/**
 * Goldset's own column of joint exports, `"categories": {"intent": ["Play music"]}`: says which task each class of
 * `cats` answers. Undefined when there is none.
 */
export function categoriesColumn(value: unknown): ReadonlyMap<string, ReturnType<typeof entry>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const tasks = Object.entries(value as Record<string, unknown>)
  if (!tasks.every(([, names]) => isStrings(names))) return undefined
  return new Map(tasks.map(([task, names]) => [task, entry(names as readonly string[])]))
}
