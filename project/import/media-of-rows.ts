import { basename, dirname, extname, relative } from 'node:path'
import { MediaNames } from '../../labelers/kit/media-names.ts'
import type { Field, Source } from '../../schemas/project.ts'
import { failed, idFor, ok, type Problem, type Result } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'
import { isInside } from '../paths.ts'
import { formatByExtension } from '../sources/data-formats.ts'
import { toPosix } from '../sources/find-sources.ts'
import { type FoundFile, walkFiles } from '../sources/text-files.ts'
import { type ImportRow, placeOf } from './import-rows.ts'
import type { NewFiles } from './new-files.ts'

/** What the items of a new project are, where they are files. */
export type MediaKind = 'image' | 'audio'

export interface RowMedia {
  readonly fields: readonly Field[]
  readonly source: Source
  /** How many files there are: all that were found, labelled or not. */
  readonly count: number
  /** The rows whose file was found, each with the id of its item. */
  readonly rows: readonly ImportRow[]
  readonly problems: readonly Problem[]
}

/** The kind of files that rows are about; undefined for rows about texts. What was labelled in them tells. */
export function mediaOf(rows: readonly ImportRow[]): MediaKind | undefined {
  const areFiles =
    rows.some(row => row.path !== undefined) &&
    rows.every(row => row.text === undefined && row.chat === undefined)
  if (!areFiles) return undefined
  const accepted = rows.flatMap(row => row.answers).map(({ labeler }) => labeler.accepts)
  return accepted.some(kinds => kinds.includes('audio') && !kinds.includes('image')) ? 'audio' : 'image'
}

const formats = { image: 'image-files', audio: 'audio-files' } as const
const nouns = { image: 'picture', audio: 'recording' } as const

/**
 * The pictures or recordings that rows are about: those below the folder that was given, or that the file lies in. Inside
 * the new project they are used where they are, elsewhere they are copied into data/.
 */
export async function mediaOfRows(
  files: Files,
  made: NewFiles,
  from: { readonly path: string; readonly isFolder: boolean; readonly project: string },
  rows: readonly ImportRow[],
  kind: MediaKind
): Promise<Result<RowMedia>> {
  const folder = from.isFolder ? from.path : dirname(from.path)
  const walk = await walkFiles(
    files,
    folder,
    (name, entry) => entry === 'folder' || formatByExtension(name) === formats[kind]
  )
  if (walk.found.length === 0) {
    const noun = `${nouns[kind]}s`
    const message = `There are no ${noun} below this folder, and the labels are of ${noun}.`
    return failed({ file: folder, message })
  }
  const names = new MediaNames(walk.found.map(file => [file.relative, file] as const))
  const path = await placed(files, made, from, folder, walk.found)
  if (!path.ok) return path
  const prefix = path.value === '.' ? '' : `${path.value}/`
  const problems: Problem[] = [...walk.problems]
  const matched = rows.flatMap(row => {
    const match = names.find(row.path ?? '')
    if (match !== undefined && 'found' in match)
      return [{ ...row, id: (prefix + match.found.relative).normalize('NFC'), path: undefined }]
    const message =
      match === undefined
        ? `There is no ${nouns[kind]} "${row.path ?? ''}".`
        : `"${row.path ?? ''}" can be any of ${match.several} ${nouns[kind]}s.`
    problems.push({ ...placeOf(row), message: `${message} Its labels were left out.` })
    return []
  })
  return ok({
    fields: [{ id: kind, kind }],
    source: { path: path.value, format: formats[kind] },
    count: walk.found.length,
    rows: matched,
    problems
  })
}

/** Where the files lie in the project, relative to it. */
async function placed(
  files: Files,
  made: NewFiles,
  from: { readonly path: string; readonly project: string },
  folder: string,
  found: readonly FoundFile[]
): Promise<Result<string>> {
  const there = (await files.stat(from.project)) !== undefined
  if (there) {
    const [root, real] = [await files.realPath(from.project), await files.realPath(folder)]
    if (root === real) {
      const message =
        'The project would lie among the files it is made from, where its own folders have no room. Choose a new folder.'
      return failed({ file: from.project, message })
    }
    if (isInside(root, real)) return ok(toPosix(relative(root, real)))
  }
  const name = basename(folder === from.path ? folder : dirname(from.path), extname(folder))
  const path = `data/${idFor(name, new Set(['label']))}`
  for (const each of found) await made.copy(each.path, `${path}/${each.relative}`)
  return ok(path)
}
