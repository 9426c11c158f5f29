import { Low } from 'lowdb'
import { join } from 'node:path'
import { Project, PROJECT_FILE } from '../schemas/project.ts'
import { failed, ok, type Result } from '../schemas/schema.ts'
import type { DocumentFormat } from './document.ts'
import { FileError, type Files } from './files.ts'
import { historyPath, privateFolder } from './private-folder.ts'
import { DocumentError, newerSentence, ValidatedFile } from './validated-file.ts'

export interface ReadProject {
  readonly project: Project
  /** Why nothing may be written: the file is of a newer format. */
  readonly readOnly?: string
}

const projectFormat: DocumentFormat<Project> = {
  name: 'project',
  version: 1,
  schema: Project,
  order: ['goldset', 'id', 'name', 'schemaVersion', 'guidelines', 'fields', 'sources', 'tasks', 'workflow'],
  maxBytes: 16 << 20
}

/** Reads `goldset.json`. Missing, empty, damaged or not a project is a problem, never a new project. */
export async function readProject(files: Files, root: string): Promise<Result<ReadProject>> {
  const found = await documentIn(files, root).load()
  switch (found.kind) {
    case 'document':
      return ok({ project: found.value })
    case 'newer':
      if (found.understood)
        return ok({ project: found.value as Project, readOnly: newerSentence(found.mark) })
      return failed({
        file: PROJECT_FILE,
        message: `This project was made by a newer version of Goldset (${found.mark}), and this version cannot read it. Update Goldset to open it.`
      })
    case 'missing':
      return failed({ file: PROJECT_FILE, message: await missingSentence(files, root) })
    case 'damaged':
    case 'unreadable':
      return failed(found.problem)
  }
}

/**
 * Replaces `goldset.json`. Rejects with `FileError` if the one on disk is missing, damaged, newer or another project's:
 * nothing is overwritten that this version has not understood.
 */
export async function writeProject(files: Files, root: string, project: Project): Promise<void> {
  const document = new Low<Project>(documentIn(files, root), project)
  try {
    await document.read()
    if (document.data.id !== project.id)
      throw new DocumentError({
        file: PROJECT_FILE,
        path: '/id',
        message: `The folder holds another project ("${document.data.id}") than the one to save ("${project.id}").`
      })
    await privateFolder(files, root)
    document.data = project
    await document.write()
  } catch (error) {
    throw asFileError(error, root)
  }
}

/** Writes the first `goldset.json` of a folder. Rejects with `FileError` of kind `exists` if there is one. */
export async function createProjectFile(files: Files, root: string, project: Project): Promise<void> {
  try {
    await documentIn(files, root).create(project)
  } catch (error) {
    throw asFileError(error, root)
  }
}

function documentIn(files: Files, root: string): ValidatedFile<Project> {
  return new ValidatedFile(
    files,
    join(root, PROJECT_FILE),
    PROJECT_FILE,
    projectFormat,
    historyPath(root, PROJECT_FILE)
  )
}

async function missingSentence(files: Files, root: string): Promise<string> {
  const folder = await files.stat(root).catch(() => undefined)
  return folder === undefined
    ? `The folder "${root}" is not there. If it is on a drive or a share, connect it and open the project again.`
    : `There is no project in "${root}": it has no ${PROJECT_FILE}.`
}

function asFileError(error: unknown, root: string): unknown {
  return error instanceof DocumentError
    ? new FileError('other', join(root, PROJECT_FILE), error.message)
    : error
}
