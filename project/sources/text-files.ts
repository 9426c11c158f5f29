import { join } from 'node:path'
import { MANIFEST_FILE } from '../../schemas/export-manifest.ts'
import { PROJECT_FILE } from '../../schemas/project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { breather } from '../breather.ts'
import { FileError, type Files, type FolderEntry } from '../files.ts'

export interface FoundFile {
  readonly path: string
  /** Below the folder that was walked, POSIX, as the disk spells it. */
  readonly relative: string
}

/** What a walk comes by. `folder` is told before what is in it; its `mtimeMs` changes when a name in it does. */
export type WalkStep =
  | { readonly kind: 'file'; readonly file: FoundFile }
  | { readonly kind: 'folder'; readonly relative: string; readonly mtimeMs: number }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** A folder below the first that holds one of these is a project of its own, or what one exported. */
const notData: ReadonlySet<string> = new Set([PROJECT_FILE, MANIFEST_FILE])

/**
 * Every file below a folder that `wanted` admits, in natural order, folders in their place among files. Hidden names
 * are skipped, and so are other projects and exports, which are no data of this one; links are not followed, because
 * they could lead out, and are told as problems. Lets the program go on while it walks.
 */
export async function* walk(
  files: Files,
  folder: string,
  wanted: (relative: string, kind: 'file' | 'folder') => boolean
): AsyncGenerator<WalkStep> {
  const breathe = breather()
  const inside = async function* (path: string, prefix: string): AsyncGenerator<WalkStep> {
    await breathe()
    const listed = await entriesOf(files, path, prefix === '' ? '.' : prefix.slice(0, -1))
    if ('message' in listed) {
      yield { kind: 'problem', problem: listed }
      return
    }
    if (prefix !== '' && listed.entries.some(({ name }) => notData.has(name))) return
    yield { kind: 'folder', relative: prefix.slice(0, -1), mtimeMs: listed.mtimeMs }
    for (const { name, kind } of await inNaturalOrder(listed.entries, breathe)) {
      const relative = prefix + name
      if (name.startsWith('.')) continue
      if (kind === 'link')
        yield {
          kind: 'problem',
          problem: { file: relative, message: 'This is a link. Links are not followed.' }
        }
      else if (kind === 'folder' && wanted(relative, kind)) yield* inside(join(path, name), `${relative}/`)
      else if (kind === 'file' && wanted(relative, kind))
        yield { kind: 'file', file: { path: join(path, name), relative } }
    }
  }
  yield* inside(folder, '')
}

/** The whole walk. */
export async function walkFiles(
  files: Files,
  folder: string,
  wanted: (relative: string, kind: 'file' | 'folder') => boolean
): Promise<{ readonly found: readonly FoundFile[]; readonly problems: readonly Problem[] }> {
  const found: FoundFile[] = []
  const problems: Problem[] = []
  for await (const step of walk(files, folder, wanted)) {
    if (step.kind === 'file') found.push(step.file)
    else if (step.kind === 'problem') problems.push(step.problem)
  }
  return { found, problems }
}

async function entriesOf(
  files: Files,
  path: string,
  shown: string
): Promise<{ readonly entries: readonly FolderEntry[]; readonly mtimeMs: number } | Problem> {
  try {
    // Before it is read: a name that comes later makes it another time.
    const mtimeMs = (await files.stat(path))?.mtimeMs ?? 0
    return { entries: await files.list(path), mtimeMs }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return { file: shown, message: error.message }
  }
}

const natural = new Intl.Collator('en', { numeric: true })

/** `a2` before `a10`; the same order on every machine. */
function compare(a: FolderEntry, b: FolderEntry): number {
  return natural.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

const RUN = 1000

/** Merges short sorted runs, with pauses: a folder of 200,000 names takes a second or two to compare. */
async function inNaturalOrder(
  entries: readonly FolderEntry[],
  breathe: () => Promise<void>
): Promise<readonly FolderEntry[]> {
  let runs: FolderEntry[][] = []
  for (let at = 0; at < entries.length; at += RUN) {
    runs.push(entries.slice(at, at + RUN).sort(compare))
    await breathe()
  }
  while (runs.length > 1) {
    const merged: FolderEntry[][] = []
    for (let n = 0; n < runs.length; n += 2)
      merged.push(await mergedRuns(runs[n] ?? [], runs[n + 1] ?? [], breathe))
    runs = merged
  }
  return runs[0] ?? []
}

async function mergedRuns(
  a: readonly FolderEntry[],
  b: readonly FolderEntry[],
  breathe: () => Promise<void>
): Promise<FolderEntry[]> {
  const merged: FolderEntry[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && (right === undefined || compare(left, right) <= 0)) {
      merged.push(left)
      i++
    } else if (right !== undefined) {
      merged.push(right)
      j++
    }
    if (merged.length % 500 === 0) await breathe()
  }
  return merged
}

/** Folders of a project that hold no data, when the project folder itself is the source. */
export const isOwnFolder = (relative: string) => relative === 'labels'
