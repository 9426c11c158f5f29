import { formatByExtension } from './data-formats.ts'
import type { Head } from './head.ts'

/** Columns whose every value in the first rows is the path of a picture, or of a recording; the first of each kind. */
export function mediaColumns({
  entries,
  columns
}: Pick<Head, 'entries' | 'columns'>): ReadonlyMap<'image' | 'audio', string> {
  const rows = entries.flatMap(({ row }) => (row === undefined ? [] : [row.values]))
  const found = new Map<'image' | 'audio', string>()
  for (const column of columns) {
    const formats = new Set(
      rows
        .map(row => row.get(column))
        .filter(value => value !== null && value !== undefined)
        .map(value => (typeof value === 'string' ? formatByExtension(value) : undefined))
    )
    const [format] = formats
    if (formats.size !== 1) continue
    if (format === 'image-files' && !found.has('image')) found.set('image', column)
    if (format === 'audio-files' && !found.has('audio')) found.set('audio', column)
  }
  return found
}
