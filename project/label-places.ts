import { Low } from 'lowdb'
import { basename, dirname, join } from 'node:path'
import type { LabelFile } from '../schemas/label-file.ts'
import { readDocument } from './document.ts'
import { FileError, type Files } from './files.ts'
import { asLabel, labelFormat, type LoadedLabel } from './label-files.ts'
import { historyPath, privateFolder, stayInside } from './private-folder.ts'
import { ValidatedFile } from './validated-file.ts'

/** A person goes back and forth between a few items, not thousands. */
const MOST_HELD = 50

/** Label files at their places in a project (`labelPlace`): what is there, and how a new one gets there. */
export class LabelPlaces {
  readonly #files: Files
  readonly #root: string
  readonly #safeFolders = new Set<string>()
  /** What was written here last, by place: the next save of the same item need not read it again. */
  readonly #held = new Map<string, { readonly identity: string; readonly label: LabelFile }>()

  constructor(files: Files, root: string) {
    this.#files = files
    this.#root = root
  }

  async load(place: string): Promise<LoadedLabel> {
    const path = join(this.#root, place)
    try {
      await this.#safe(dirname(path))
    } catch (error) {
      if (error instanceof FileError)
        return { kind: 'unreadable', problem: { file: place, message: error.message } }
      throw error
    }
    const found = asLabel(await readDocument(this.#files, path, place, labelFormat), place)
    return found.kind === 'none' ? this.#inCloud(place) : found
  }

  /** The same, read only when somebody else has written there. */
  async current(place: string): Promise<LoadedLabel> {
    const held = this.#held.get(place)
    if (held === undefined) return this.load(place)
    const found = await this.#files.stat(join(this.#root, place)).catch(() => undefined)
    return found?.identity === held.identity ? { kind: 'label', label: held.label } : this.load(place)
  }

  /** Durable when it resolves. What was there becomes the generation before. */
  async write(place: string, label: LabelFile): Promise<void> {
    const history = historyPath(this.#root, place)
    const keeps = await this.#historyIn(dirname(history))
    const path = join(this.#root, place)
    const file = new ValidatedFile(this.#files, path, place, labelFormat, keeps ? history : undefined)
    await new Low<LabelFile>(file, label).write()
    this.#hold(place, label, file.written)
  }

  /** The generation before the one that is there, if it was kept and is whole. */
  async previous(place: string): Promise<LabelFile | undefined> {
    const read = await readDocument(this.#files, historyPath(this.#root, place), place, labelFormat)
    const found = asLabel(read, place)
    return found.kind === 'label' && found.readOnly === undefined ? found.label : undefined
  }

  #hold(place: string, label: LabelFile, identity: string | undefined): void {
    this.#held.delete(place)
    if (identity !== undefined) this.#held.set(place, { identity, label })
    const [oldest] = this.#held.keys()
    if (this.#held.size > MOST_HELD && oldest !== undefined) this.#held.delete(oldest)
  }

  /** iCloud takes files off the disk and leaves a hidden one in place: that is not "no labels yet". */
  async #inCloud(place: string): Promise<LoadedLabel> {
    const path = join(this.#root, dirname(place), `.${basename(place)}.icloud`)
    if ((await this.#files.stat(path).catch(() => undefined)) === undefined) return { kind: 'none' }
    const message =
      'iCloud has taken this file off the disk. Download it in the Finder, then open the item again.'
    return { kind: 'unreadable', problem: { file: place, message } }
  }

  /** History is worth having and never a reason not to save. */
  async #historyIn(folder: string): Promise<boolean> {
    if (this.#safeFolders.has(folder)) return true
    try {
      await privateFolder(this.#files, this.#root)
      await this.#safe(folder)
      return true
    } catch (error) {
      if (error instanceof FileError) return false
      throw error
    }
  }

  async #safe(folder: string): Promise<void> {
    if (this.#safeFolders.has(folder)) return
    await stayInside(this.#files, this.#root, folder)
    this.#safeFolders.add(folder)
  }
}
