import { projectFolderOf } from './start-arguments.ts'

/**
 * Projects that something outside the window asks for: the command line, another start of the app, the system. The system
 * may ask before there is a window, so what cannot be told yet waits; the latest counts.
 */
export class ProjectRequests {
  #waiting: string | undefined
  readonly #give: (folder: string) => void
  /** Tells the window. False: it cannot hear yet, and will ask for `waiting` itself. */
  tell: (folder: string) => boolean = () => false

  constructor(give: (folder: string) => void) {
    this.#give = give
  }

  get waiting(): string | undefined {
    return this.#waiting
  }

  /** A project folder, or the project file in it. */
  ask(path: string): void {
    const folder = projectFolderOf(path)
    this.#give(folder)
    if (!this.tell(folder)) this.#waiting = folder
  }
}
