/** Columns as wide as their widest cell, two spaces apart; `right` columns hold numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set()
): string[] {
  const widths = head.map((title, column) =>
    Math.max(width(title), ...rows.map(row => width(row[column] ?? '')))
  )
  return [head, ...rows].map(row =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)))
        return right.has(column) ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  )
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cells of a terminal: two for a character of Chinese, Japanese or Korean and for an emoji. */
function width(text: string): number {
  let cells = 0
  for (const { segment } of characters.segment(text)) cells += wide.test(segment) ? 2 : 1
  return cells
}
