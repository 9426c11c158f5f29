/**
 * What the library `datasets` says of a column, beside what parquet says. From the key `huggingface` of the file:
 * `{"info":{"features":{"label":{"names":["neg","pos"],"_type":"ClassLabel"},"image":{"_type":"Image"}}}}`.
 */
export interface Feature {
  /** What the numbers stand for, in order. */
  readonly names?: readonly string[]
  readonly media?: 'image' | 'audio'
  /** Of the elements of a list. */
  readonly element?: Feature
}

/** By column. Whatever is not as expected says nothing. */
export function hfFeatures(text: string | undefined): ReadonlyMap<string, Feature> {
  if (text === undefined) return new Map()
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return new Map()
  }
  const features = at(at(document, 'info'), 'features')
  if (typeof features !== 'object' || features === null) return new Map()
  return new Map(Object.entries(features).map(([column, feature]) => [column, featureOf(feature, 0)]))
}

const MOST_DEEP = 8

function featureOf(value: unknown, depth: number): Feature {
  if (depth > MOST_DEEP) return {}
  if (Array.isArray(value)) return { element: featureOf(value[0], depth + 1) }
  switch (at(value, '_type')) {
    case 'Image':
      return { media: 'image' }
    case 'Audio':
      return { media: 'audio' }
    case 'ClassLabel': {
      const names = at(value, 'names')
      return Array.isArray(names) && names.every(name => typeof name === 'string') ? { names } : {}
    }
    case 'Sequence':
    case 'List':
    case 'LargeList':
      return { element: featureOf(at(value, 'feature'), depth + 1) }
    default:
      return {}
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}
