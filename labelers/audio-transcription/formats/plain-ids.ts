/**
 * Ids for formats with columns between blanks: letters, digits, `_`, `.` and, where they may, `-` of ASCII, made of names.
 * Names that come out alike, or alike but for case, get `_2`, `_3`.
 */
export class PlainIds {
  readonly #given = new Map<string, string>()
  readonly #taken: Set<string>
  readonly #other: string
  readonly #not: RegExp

  /** `other` is what a name without any of those characters is called; `reserved` is never given. */
  constructor(other: string, options: { readonly hyphens: boolean; readonly reserved?: readonly string[] }) {
    this.#other = other
    this.#not = options.hyphens ? /[^A-Za-z0-9_.-]+/g : /[^A-Za-z0-9_.]+/g
    this.#taken = new Set(options.reserved)
  }

  /** Always the same for the same key, and another one for another key. */
  idFor(key: string, name = key): string {
    const known = this.#given.get(key)
    if (known !== undefined) return known
    const plain =
      name
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(this.#not, '_')
        .replace(/^_+|_+$/g, '') || this.#other
    let id = plain
    for (let n = 2; this.#taken.has(id.toLowerCase()); n++) id = `${plain}_${n}`
    this.#taken.add(id.toLowerCase())
    this.#given.set(key, id)
    return id
  }
}

/** A recording's name without folders and extension. */
export const stemOfPath = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]+$/, '')
