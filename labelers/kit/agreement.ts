/**
 * F1 of two sets of things that must match exactly, such as spans with their labels. Symmetric.
 * Both empty is full agreement: two people who both found nothing agree.
 */
export function exactF1(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1
  return (2 * shared(a, b)) / (a.size + b.size)
}

/** What two sets share of all they hold together: 1 for equal sets, two empty ones included. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1
  const common = shared(a, b)
  return common / (a.size + b.size - common)
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const value of a) if (b.has(value)) count++
  return count
}
