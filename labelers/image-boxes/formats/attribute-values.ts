import { propertiesOf } from '../../kit/json-values.ts'
import type { AttributeValue, Point } from '../schema.ts'

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
