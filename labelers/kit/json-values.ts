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

/** The value of a JSON text; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
