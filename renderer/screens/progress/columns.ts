/**
 * Deals panels into columns: the first ones each begin a column, every other goes under the shortest. Goes by heights that
 * follow from the label schema and the number of people, so that no panel moves to another column while counts grow.
 */
export function dealt<T>(
  panels: readonly { readonly panel: T; readonly height: number }[],
  columns: number
): readonly (readonly T[])[] {
  const dealt = Array.from({ length: Math.max(1, columns) }, () => ({ panels: [] as T[], height: 0 }))
  for (const { panel, height } of panels) {
    const shortest = dealt.reduce((best, column) => (column.height < best.height ? column : best))
    shortest.panels.push(panel)
    shortest.height += height
  }
  return dealt.map(column => column.panels).filter(column => column.length > 0)
}
