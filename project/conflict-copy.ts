import { join } from 'node:path'
import { basename, dirname } from 'node:path/posix'
import type { Item } from '../schemas/item.ts'
import type { LabelFile } from '../schemas/label-file.ts'
import { failed, ok, type Result } from '../schemas/schema.ts'
import { readDocument } from './document.ts'
import { FileError } from './files.ts'
import { asLabel, labelFormat, labelPlace } from './label-files.ts'
import type { OpenProject } from './open-project.ts'
import { stayInside } from './private-folder.ts'
import { Quarantine } from './quarantine.ts'
import { kindOfFile } from './stray-files.ts'

/** A copy that a sync service left beside the label file of an item. */
export interface ConflictCopy {
  readonly open: OpenProject
  readonly annotator: string
  readonly item: Item
  /** Where it is, relative to the project. */
  readonly file: string
}

/** What the copy says, undefined if it is not there any more. Fails for what is no copy of these labels, or is damaged. */
export function readCopy(copy: ConflictCopy): Promise<Result<LabelFile | undefined>> {
  const { open, annotator, item, file } = copy
  return ofCopy(copy, async () => {
    const path = join(open.root, file)
    await stayInside(open.files, open.root, path)
    // By the place of the file it is a copy of: that is what its content must fit.
    const place = labelPlace(annotator, item.id)
    const found = asLabel(await readDocument(open.files, path, file, labelFormat), place)
    if (found.kind === 'none') return ok(undefined)
    if (found.kind !== 'label') return failed({ ...found.problem, file })
    return found.readOnly === undefined ? ok(found.label) : failed({ file, message: found.readOnly })
  })
}

/**
 * Makes the copy the next revision of the item's labels. Nothing is deleted: what was there and the copy are both in
 * quarantine afterwards.
 */
export async function takeCopy(copy: ConflictCopy, now: () => Date): Promise<Result<LabelFile>> {
  const { open, annotator, item, file } = copy
  if (open.readOnly !== undefined) return failed({ message: open.readOnly })
  const read = await readCopy(copy)
  if (!read.ok) return read
  const label = read.value
  if (label === undefined) return failed({ file, message: 'The copy is not there any more.' })
  const place = labelPlace(annotator, item.id)
  const quarantine = new Quarantine(open.files, open.root, now)
  return ofCopy(copy, async () => {
    if ((await open.files.stat(join(open.root, place))) !== undefined)
      await quarantine.keep(place, { message: `"${basename(file)}" was taken instead.` }, 'replaced')
    const taken = await open.labels.adopt(annotator, item, label)
    if (taken.ok) await quarantine.setAside(file, { message: 'This copy was taken.' }, 'taken')
    return taken
  })
}

/** Moves the copy to quarantine, unchanged, and says where it is now, relative to the project. */
export async function setCopyAside(copy: ConflictCopy, now: () => Date): Promise<Result<string>> {
  const { open, file } = copy
  if (open.readOnly !== undefined) return failed({ message: open.readOnly })
  const quarantine = new Quarantine(open.files, open.root, now)
  return ofCopy(copy, async () =>
    ok(await quarantine.setAside(file, { message: 'This copy was set aside.' }, 'set aside'))
  )
}

/** Only for a file that is what it is taken for: its name comes from the window. */
async function ofCopy<T>(
  { annotator, item, file }: ConflictCopy,
  then: () => Promise<Result<T>>
): Promise<Result<T>> {
  const place = labelPlace(annotator, item.id)
  const kind = kindOfFile(basename(file))
  if (
    typeof kind !== 'object' ||
    kind.copyOf !== basename(place) ||
    file !== `${dirname(place)}/${basename(file)}`
  )
    return failed({ file, message: `This is no copy of the labels of "${item.id}".` })
  try {
    return await then()
  } catch (error) {
    if (error instanceof FileError) return failed({ file, message: error.message })
    throw error
  }
}
