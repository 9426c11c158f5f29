/** Several names in one cell: joined with `|`, in which `|` and `\` of a name are written `\|` and `\\`. */
export function joinNames(names: readonly string[]): string {
  return names.map(name => name.replace(/[\\|]/g, '\\$&')).join('|')
}

/** The inverse. An empty cell holds no names; a `\` before anything else stands for itself. */
export function splitNames(cell: string): readonly string[] {
  if (cell === '') return []
  const names: string[] = []
  let name = ''
  for (let at = 0; at < cell.length; at++) {
    const character = cell[at] ?? ''
    const next = cell[at + 1]
    if (character === '\\' && (next === '\\' || next === '|')) {
      name += next
      at++
    } else if (character === '|') {
      names.push(name)
      name = ''
    } else name += character
  }
  return [...names, name]
}
