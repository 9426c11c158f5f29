import type { QueueRow } from '../../electron/api/contract.ts'
import { lengthInWords, sizeInWords } from './media-words.ts'

/** What a row of a picture or recording is called: its words, or the name of its file where it has none. */
export function rowName({ id, title, media }: QueueRow): string {
  return title === id && title === media?.path ? title.slice(title.lastIndexOf('/') + 1) : title
}

/** `10 boxes`, `1600 × 1000`, `8:42 · 36 of 58 written`, or why the file cannot be shown. */
export function secondLine({ media = { path: '' }, said }: QueueRow): string {
  const answered = said === undefined || said === '' ? undefined : said
  const parts = [lengthInWords(media), answered ?? media.problem ?? sizeInWords(media)]
  return parts.filter(part => part !== undefined).join(' · ')
}
