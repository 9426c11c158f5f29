import type { Context } from '../kit/labeler.ts'
import { type Seconds, seconds } from '../kit/seconds.ts'
import type { Answer, Config } from './schema.ts'

/** How long the item's recording is, from its file. Undefined while nobody has read it. */
export function durationOfItem({
  item,
  field
}: Pick<Context<Config>, 'item' | 'field'>): Seconds | undefined {
  const media = item.media
  const info = media !== undefined && Object.hasOwn(media, field) ? media[field] : undefined
  const { duration } = info ?? {}
  return duration !== undefined && duration > 0 ? seconds(duration) : undefined
}

/** What segments must keep within: of the file, else of the recording that was transcribed. Undefined: nobody knows. */
export function durationFor(
  answer: Answer,
  context: Pick<Context<Config>, 'item' | 'field'>
): Seconds | undefined {
  return durationOfItem(context) ?? answer.duration ?? undefined
}
