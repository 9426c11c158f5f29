import { basename, dirname, resolve } from 'node:path'
import { PROJECT_FILE } from '../../schemas/project-file-name.ts'

export interface StartArguments {
  /** A project folder, absolute. */
  readonly folder?: string
  /** Open a sample if this person has never opened a project. */
  readonly firstRunSample: boolean
}

/**
 * What the command line asks for. `ownWords` is how many words come before the person's: the executable, and in
 * development the app's folder. Chromium's switches may stand anywhere between.
 */
export function startArguments(
  argv: readonly string[],
  ownWords: number,
  workingFolder: string
): StartArguments {
  const words = argv.filter(word => !word.startsWith('-'))
  const folder = words[ownWords]
  return {
    ...(folder === undefined || folder === ''
      ? {}
      : { folder: projectFolderOf(resolve(workingFolder, folder)) }),
    firstRunSample: argv.includes('--first-run-sample')
  }
}

/** The folder of a project: file managers and people name the folder itself, or the project file in it. */
export function projectFolderOf(path: string): string {
  return basename(path) === PROJECT_FILE ? dirname(path) : path
}
