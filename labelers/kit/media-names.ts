/** What a name that a foreign file gives a picture or a recording may mean. */
export type NameMatch<T> = { readonly found: T } | { readonly several: number } | undefined

/**
 * Finds files by the names other tools give them: the path from where they kept their data, the name alone, or the name
 * without its extension. The file whose path ends the same for the most folders is meant; two that do so equally are not
 * told apart.
 */
export class MediaNames<T> {
  readonly #byPath = new Map<string, T>()
  readonly #byName = new Map<string, string[]>()
  readonly #byStem = new Map<string, string[]>()

  /** `files` are paths, POSIX, with what each stands for. */
  constructor(files: Iterable<readonly [path: string, file: T]>) {
    for (const [path, file] of files) {
      const own = plain(path)
      this.#byPath.set(own, file)
      push(this.#byName, nameOf(own), own)
      push(this.#byStem, stemOf(nameOf(own)), own)
    }
  }

  find(given: string): NameMatch<T> {
    const path = plain(given)
    const name = nameOf(path)
    const exact = this.#byPath.get(path)
    if (exact !== undefined) return { found: exact }
    return (
      this.#best(this.#byName.get(name), path) ??
      this.#best(this.#byStem.get(name), path) ??
      this.#best(this.#byStem.get(stemOf(name)), path)
    )
  }

  #best(candidates: readonly string[] | undefined, path: string): NameMatch<T> {
    if (candidates === undefined) return undefined
    const scored = candidates.map(each => ({ each, shared: foldersShared(each, path) }))
    const most = Math.max(...scored.map(({ shared }) => shared))
    const [first, ...more] = scored.filter(({ shared }) => shared === most)
    if (more.length > 0) return { several: more.length + 1 }
    const found = first === undefined ? undefined : this.#byPath.get(first.each)
    return found === undefined ? undefined : { found }
  }
}

const plain = (path: string) =>
  path
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .normalize('NFC')
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const stemOf = (name: string) => (name.lastIndexOf('.') > 0 ? name.slice(0, name.lastIndexOf('.')) : name)

/** How many folders right above the two names are called the same. */
function foldersShared(a: string, b: string): number {
  const [one, other] = [a, b].map(path => path.split('/').slice(0, -1).reverse()) as [string[], string[]]
  let shared = 0
  while (shared < one.length && shared < other.length && one[shared] === other[shared]) shared++
  return shared
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [value])
  else there.push(value)
}
