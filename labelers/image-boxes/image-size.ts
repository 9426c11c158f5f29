import type { Context } from '../kit/labeler.ts'
import type { Answer, Config } from './schema.ts'

/** Pixels as displayed. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The size of the item's image, from its file. Undefined while nobody has read it, or where it must not be decoded. */
export function sizeOfItem({ item, field }: Pick<Context<Config>, 'item' | 'field'>): Size | undefined {
  const media = item.media
  const info = media !== undefined && Object.hasOwn(media, field) ? media[field] : undefined
  if (info?.width === undefined || info.height === undefined) return undefined
  return { width: info.width, height: info.height }
}

/** The size shapes must keep within: of the file, else the one the answer was made on. Undefined: nobody knows. */
export function sizeFor(answer: Answer, context: Pick<Context<Config>, 'item' | 'field'>): Size | undefined {
  return sizeOfItem(context) ?? answer.image ?? undefined
}
