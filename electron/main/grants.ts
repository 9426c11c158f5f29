import { basename, dirname, join, normalize, sep } from 'node:path'
import { FileError, type Files } from '../../project/files.ts'
import { isInside } from '../../project/paths.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import { notAbsolute } from './absolute.ts'

/**
 * The paths that the person gave since the start: picked in the system's dialog, dropped on the window, named on the
 * command line. The page is not trusted, so it can speak only of these and of what lies inside them.
 */
export class Grants {
  readonly #files: Files
  readonly #given = new Set<string>()

  constructor(files: Files) {
    this.#files = files
  }

  give(...paths: readonly string[]): void {
    for (const path of paths) if (notAbsolute([path]) === undefined) this.#given.add(tidied(path))
  }

  /**
   * The paths in their plain form, if each was given or lies inside a folder that was; links count as what they lead to.
   * `more` was given too: what this person opened before.
   */
  async allow(paths: readonly string[], more: readonly string[] = []): Promise<Result<readonly string[]>> {
    const wrong = notAbsolute(paths)
    if (wrong !== undefined) return failed(wrong)
    const given = await this.#real([...this.#given, ...more])
    const allowed: string[] = []
    for (const path of paths.map(tidied)) {
      const real = await this.#realOrMissing(path)
      if (real === undefined || !given.some(root => isInside(root, real))) return failed(notGiven(path))
      allowed.push(path)
    }
    return ok(allowed)
  }

  /** As `allow`, for a folder that is to be made: a new one beside a file that was given will do too. It is given from then on. */
  async allowNew(folder: string, more: readonly string[] = []): Promise<Result<string>> {
    const allowed = await this.allow([folder], more)
    const path = tidied(folder)
    if (allowed.ok) return ok(path)
    if (notAbsolute([folder]) !== undefined || !(await this.#isNewBesideFile(path))) return allowed
    this.give(path)
    return ok(path)
  }

  async #isNewBesideFile(path: string): Promise<boolean> {
    const parent = await this.#realOrMissing(dirname(path))
    if (parent === undefined || !(await this.#foldersOfFiles()).includes(parent)) return false
    // A link to nothing, or what cannot be looked at, is not new.
    return (await this.#files.stat(path).catch(unlessFileError)) === undefined
  }

  async #foldersOfFiles(): Promise<readonly string[]> {
    const files: string[] = []
    for (const path of this.#given) {
      const stat = await this.#files.stat(path).catch(unlessFileError)
      if (!(stat instanceof FileError) && stat?.kind === 'file') files.push(path)
    }
    return this.#real(files.map(file => dirname(file)))
  }

  async #real(paths: readonly string[]): Promise<readonly string[]> {
    const real = await Promise.all(paths.map(path => this.#files.realPath(path).catch(unlessFileError)))
    // What is not there yet, or no more, stands for itself.
    return real.map((path, at) => (typeof path === 'string' ? path : (paths[at] ?? '')))
  }

  /** Where a path leads, or would lead if it were made. Undefined: that cannot be known. */
  async #realOrMissing(path: string): Promise<string | undefined> {
    const rest: string[] = []
    for (let at = path; ; at = dirname(at)) {
      try {
        return join(await this.#files.realPath(at), ...rest)
      } catch (error) {
        unlessFileError(error)
        // A link to nothing has a name and no place.
        const there = await this.#files.stat(at).catch(unlessFileError)
        if (there !== undefined || dirname(at) === at) return undefined
        rest.unshift(basename(at))
      }
    }
  }
}

const notGiven = (path: string): Problem => ({
  file: path,
  message: 'Choose the folder with the button or drop it on the window.'
})

/** Without `..`, doubled and trailing separators. */
function tidied(path: string): string {
  const plain = normalize(path)
  return plain.length > 1 && plain.endsWith(sep) && dirname(plain) !== plain ? plain.slice(0, -1) : plain
}

function unlessFileError(error: unknown): FileError {
  if (error instanceof FileError) return error
  throw error
}
