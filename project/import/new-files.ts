import { dirname, join } from 'node:path'
import { FileError, type Files } from '../files.ts'

/** Files of a project that is being made: all of them, or, when something fails, none. */
export class NewFiles {
  readonly #made: string[] = []
  readonly #files: Files
  readonly #root: string

  constructor(files: Files, root: string) {
    this.#files = files
    this.#root = root
  }

  /** `path` is relative to the project, POSIX. Rejects when there is such a file. */
  async create(path: string, content: string): Promise<void> {
    const place = join(this.#root, ...path.split('/'))
    await this.#files.create(place, content)
    this.#made.push(place)
  }

  /** `from` is absolute. Rejects when there is a file of the new name. */
  async copy(from: string, path: string): Promise<void> {
    const place = join(this.#root, ...path.split('/'))
    if ((await this.#files.stat(place)) !== undefined)
      throw new FileError('exists', place, 'There is a file of this name already.')
    await this.#files.copy(from, place)
    this.#made.push(place)
  }

  /** Leaves a file alone that is there already. */
  async createIfMissing(path: string, content: string): Promise<void> {
    try {
      await this.create(path, content)
    } catch (error) {
      if (!(error instanceof FileError) || error.kind !== 'exists') throw error
    }
  }

  /** From here on nothing is taken back: there is a project, and what is in it stays. */
  keep(): void {
    this.#made.length = 0
  }

  /** Takes back what was made. Folders stay when they hold anything else. */
  async undo(): Promise<void> {
    for (const place of this.#made.reverse()) {
      await this.#files.remove(place).catch(() => undefined)
      await this.#removeEmpty(dirname(place))
    }
  }

  async #removeEmpty(folder: string): Promise<void> {
    if (folder === this.#root || !folder.startsWith(this.#root)) return
    const entries = await this.#files.list(folder).catch(() => undefined)
    if (entries?.length !== 0) return
    await this.#files.remove(folder).catch(() => undefined)
    await this.#removeEmpty(dirname(folder))
  }
}
