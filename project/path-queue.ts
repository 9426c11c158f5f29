/** Runs what is asked for one path one after another, in the order of asking; different paths do not wait. */
export function pathQueue(): <T>(path: string, run: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (path, run) => {
    const before = last.get(path)
    const result = before === undefined ? run() : before.then(run, run)
    last.set(path, result)
    const forget = () => {
      if (last.get(path) === result) last.delete(path)
    }
    result.then(forget, forget)
    return result
  }
}
