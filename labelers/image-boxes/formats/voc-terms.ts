/** The number of the first pixel. */
export type VocOrigin = '0' | '1'

/** Yes or no of an object. */
export const VOC_FLAGS = ['truncated', 'difficult', 'occluded'] as const

/** What our own files say in `<source><annotation>`. */
export const vocMark = (origin: VocOrigin): string => `Goldset, first pixel ${origin}`

/** The origin our own files name; undefined for files of others. */
export function markedOrigin(text: string | undefined): VocOrigin | undefined {
  const [, origin] = /^Goldset, first pixel ([01])$/.exec(text ?? '') ?? []
  return origin === '0' || origin === '1' ? origin : undefined
}
