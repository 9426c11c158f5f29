import type { Problem } from '../schemas/schema.ts'

/** What has been done of what is to do, in rows and files. */
export interface PlacingProgress {
  readonly done: number
  readonly of: number
}

export interface Placing {
  /** Gets every file that is made, as it is made. */
  readonly made: string[]
  /** Gets what was left out. */
  readonly problems: Problem[]
  readonly onProgress?: ((progress: PlacingProgress) => void) | undefined
}
