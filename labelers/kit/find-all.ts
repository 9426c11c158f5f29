/** Every place where a text has the words of a query, capital letters or not, up to a limit. UTF-16. */
export function findAll(text: string, query: string, limit: number): readonly number[] {
  if (query === '') return []
  const where = folded(text)
  const what = folded(query)
  const found: number[] = []
  for (
    let at = where.indexOf(what);
    at !== -1 && found.length < limit;
    at = where.indexOf(what, at + what.length)
  )
    found.push(at)
  return found
}

/** Small letters where that keeps every offset. */
function folded(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, letter =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter
  ).join('')
}
