import { basename, dirname, extname, isAbsolute, join, relative, sep } from 'node:path'
import type { Project } from '../../schemas/project.ts'
import { PROJECT_FILE } from '../../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'
import type { OpenProject } from '../open-project.ts'

/** Where an export goes. */
export interface ExportTarget {
  /** Absolute, every link resolved where the folder exists. */
  readonly folder: string
  /** What the person called the data file, if they named one. */
  readonly fileName?: string
  /** Says why a file of this name (relative to `folder`, POSIX) must not be written; undefined when it may. */
  refusal(name: string): Problem | undefined
}

/** `out` with an extension is the data file, unless it is a folder already or ends with a slash. */
export async function exportTarget(open: OpenProject, out: string): Promise<Result<ExportTarget>> {
  const { files } = open
  const plain = out.replace(/[/\\]+$/, '')
  const there = await files.stat(plain)
  const isFile = there === undefined ? plain === out && extname(plain) !== '' : there.kind === 'file'
  if (isFile && extname(plain) === '') {
    return failed({
      file: plain,
      message: 'There is a file of this name. Export to a folder, or to a name with an extension.'
    })
  }
  const folder = await resolved(files, isFile ? dirname(plain) : plain)
  if (folder === undefined)
    return failed({ file: plain, message: 'A part of this path is a file, not a folder.' })
  const root = await files.realPath(open.root)
  const refusal = (name: string) =>
    refusalOf(open.project, relative(root, join(folder, ...name.split('/'))), name)
  return ok(isFile ? { folder, fileName: basename(plain), refusal } : { folder, refusal })
}

async function resolved(files: Files, folder: string): Promise<string | undefined> {
  const stat = await files.stat(folder)
  if (stat?.kind === 'folder') return files.realPath(folder)
  const above = dirname(folder)
  if (stat !== undefined || above === folder) return undefined
  const parent = await resolved(files, above)
  return parent === undefined ? undefined : join(parent, basename(folder))
}

/** `inside` is relative to the project's folder. Compared without case: so do the disks of Windows and macOS. */
function refusalOf(project: Project, inside: string, name: string): Problem | undefined {
  const outward =
    name.split('/').some(part => part === '..' || part === '.' || part === '') || /[\0\\]/.test(name)
  if (outward) return { file: name, message: 'An export may not leave its folder.' }
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    return undefined
  const path = inside.split(sep).join('/').toLowerCase()
  const own = [
    PROJECT_FILE,
    project.guidelines?.file ?? 'guidelines.md',
    ...project.sources.map(source => source.path)
  ]
  const hit = ['labels', '.goldset', ...own].map(one => one.toLowerCase().replace(/\/+$/, ''))
  if (!hit.some(one => path === one || path.startsWith(`${one}/`))) return undefined
  return {
    file: inside,
    message: "An export may not write over the project's own files. Choose a folder of its own."
  }
}
