import type { AttributeValue, Point } from '../schema.ts'

/** Own properties of a JSON object, whatever their names; of anything else none. */
export function propertiesOf(value: unknown): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : new Map()
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const numbersOf = (value: unknown): readonly number[] | undefined =>
  Array.isArray(value) && value.every(each => typeof each === 'number' && Number.isFinite(each))
    ? (value as number[])
    : undefined

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** `x, y, x, y, …` as points; undefined for anything else. */
export function pointsOf(flat: readonly number[] | undefined): readonly Point[] | undefined {
  if (flat === undefined || flat.length % 2 === 1) return undefined
  return Array.from({ length: flat.length / 2 }, (_, at): Point => [flat[at * 2] ?? 0, flat[at * 2 + 1] ?? 0])
}

/** What of an object of attributes can be one of ours: words, numbers, yes and no. */
export function attributesOf(value: unknown): [string, AttributeValue][] {
  return [...propertiesOf(value)].flatMap(([name, each]): [string, AttributeValue][] =>
    typeof each === 'boolean' ||
    (typeof each === 'number' && Number.isFinite(each)) ||
    (typeof each === 'string' && each !== '')
      ? [[name, each]]
      : []
  )
}

/** The value of a JSON text; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
