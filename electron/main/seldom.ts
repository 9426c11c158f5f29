/** The same, at most ten times a second: what is said too soon after the last is left out. */
export function seldom<T extends unknown[]>(say: (...what: T) => void): (...what: T) => void {
  let last = -Infinity
  return (...what) => {
    if (performance.now() - last < 100) return
    last = performance.now()
    say(...what)
  }
}
