import type { SchemaTree } from 'hyparquet'
import type { MediaKind } from '../media/media-info.ts'
import type { Feature } from './hf-features.ts'
import { isText, type ReadValue, valueReader } from './parquet-values.ts'

/** A column of a parquet file, as it will be read. */
export type ParquetColumn = { readonly name: string } & (
  | { readonly kind: 'value'; readonly read: ReadValue }
  /** Files in the rows. `says`: what the dataset calls them, where it does. */
  | {
      readonly kind: 'media'
      readonly says: MediaKind | undefined
      readonly read: (raw: unknown) => MediaCell
    }
  /** `reason` follows the name of the column in a sentence. */
  | { readonly kind: 'refused'; readonly reason: string }
)

/** A file in a row. */
export interface MediaCell {
  /** Absent where the row only names a file of the machine that wrote it. */
  readonly bytes?: Uint8Array
  readonly path?: string
}

export function parquetColumn(node: SchemaTree, feature: Feature = {}): ParquetColumn {
  const { name } = node.element
  if (isFileStruct(node)) return { name, kind: 'media', says: feature.media, read: structCell }
  if (feature.media !== undefined && isBinary(node))
    return { name, kind: 'media', says: feature.media, read: plainCell }
  const read = valueReader(node, feature)
  return typeof read === 'string' ? { name, kind: 'refused', reason: read } : { name, kind: 'value', read }
}

/** `{bytes, path}`, as `datasets` stores pictures and recordings. */
function isFileStruct({ element, children }: SchemaTree): boolean {
  const bytes = children.find(child => child.element.name === 'bytes')
  const path = children.find(child => child.element.name === 'path')
  if (bytes === undefined || path === undefined || children.length !== 2) return false
  return element.repetition_type !== 'REPEATED' && isBinary(bytes) && isText(path.element)
}

const isBinary = ({ element, children }: SchemaTree) =>
  children.length === 0 &&
  element.type === 'BYTE_ARRAY' &&
  !isText(element) &&
  element.converted_type === undefined

function structCell(raw: unknown): MediaCell {
  const { bytes, path } = raw as { readonly bytes: unknown; readonly path: unknown }
  return {
    ...(bytes instanceof Uint8Array ? { bytes } : {}),
    ...(typeof path === 'string' ? { path } : {})
  }
}

const plainCell = (raw: unknown): MediaCell => (raw instanceof Uint8Array ? { bytes: raw } : {})
