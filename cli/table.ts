/** Columns as wide as their widest cell, two spaces apart; `right` columns hold numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set()
): string[] {
  const width = (text: string) => [...text].length
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
