import { Low } from 'lowdb'
import { basename, dirname, join } from 'node:path'
import type { Item } from '../schemas/item.ts'
import type { LabelFile } from '../schemas/label-file.ts'
import { PROJECT_FILE } from '../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'
import { breather } from './breather.ts'
import { readDocument } from './document.ts'
import { FileError, type Files } from './files.ts'
import type {
  LabelDraft,
  LabelStore,
  LabelStoreOptions,
  ReadLabel,
  Recovered,
  StoredLabel,
  WaitingLabel
} from './label-contract.ts'
import { labelOf, stampOf } from './label-draft.ts'
import { asLabel, isAnnotatorId, labelFormat, labelPlace, type LoadedLabel } from './label-files.ts'
import { annotatorsIn, walkLabels } from './label-walk.ts'
import { pathQueue } from './path-queue.ts'
import { historyPath, privateFolder, stayInside } from './private-folder.ts'
import { type Quarantined, Quarantine } from './quarantine.ts'
import { salvageLabel } from './salvage-label.ts'
import { DocumentError, ValidatedFile } from './validated-file.ts'

export type * from './label-contract.ts'

export function labelStore(files: Files, root: string, options: LabelStoreOptions = {}): LabelStore {
  return new FolderLabelStore(files, root, options)
}

class FolderLabelStore implements LabelStore {
  private readonly inOrder = pathQueue()
  private readonly quarantine: Quarantine
  private readonly now: () => Date
  /** What was last seen of a file, to tell two files of the same revision apart. */
  private readonly seen = new Map<string, { readonly revision: number; readonly stamp: string }>()
  /** Places where a save was refused because of that, until they are read again. */
  private readonly contested = new Set<string>()
  /** What a save that failed may have put on the disk all the same. */
  private readonly attempted = new Map<string, string>()
  private readonly safeFolders = new Set<string>()
  /** What this store wrote last, by place: the next save of the same item need not read it again. */
  private readonly held = new Map<string, { readonly identity: string; readonly label: LabelFile }>()

  constructor(
    private readonly files: Files,
    private readonly root: string,
    private readonly options: LabelStoreOptions
  ) {
    this.now = options.now ?? (() => new Date())
    this.quarantine = new Quarantine(files, root, this.now)
  }

  async read(annotator: string, item: Item): Promise<ReadLabel> {
    if (!isAnnotatorId(annotator)) return { kind: 'none' }
    const place = labelPlace(annotator, item.id)
    return this.inOrder(place, async () => {
      const found = await this.load(place)
      if (found.kind === 'label') {
        this.look(place, found.label)
        return found
      }
      if (found.kind !== 'none') return this.damaged(place, await this.setAside(place, item.id, found))
      const waiting = await this.quarantine.at(place)
      return waiting === undefined ? found : this.damaged(place, waiting)
    })
  }

  async save(draft: LabelDraft): Promise<Result<LabelFile>> {
    const { annotator, item } = draft
    if (this.options.readOnly !== undefined) return failed({ message: this.options.readOnly })
    if (!isAnnotatorId(annotator)) return failed({ message: badAnnotator(annotator) })
    const place = labelPlace(annotator, item.id)
    return this.inOrder(place, () => this.guarded(place, () => this.replace(place, draft)))
  }

  async recover(annotator: string, item: Item, how: 'previous' | 'readable' | 'fresh'): Promise<Recovered> {
    if (this.options.readOnly !== undefined) return failed({ message: this.options.readOnly })
    if (!isAnnotatorId(annotator)) return failed({ message: badAnnotator(annotator) })
    const place = labelPlace(annotator, item.id)
    return this.inOrder(place, () =>
      this.guarded(place, async (): Promise<Recovered> => {
        const found = await this.load(place)
        if (found.kind === 'label') return ok(found.label)
        if (found.kind !== 'none') {
          const { problem, quarantine } = await this.setAside(place, item.id, found)
          if (quarantine === place) return failed(problem, { file: place, message: stuck })
        }
        return this.recovered(place, annotator, item, how)
      })
    )
  }

  async adopt(annotator: string, item: Item, label: LabelFile): Promise<Result<LabelFile>> {
    if (this.options.readOnly !== undefined) return failed({ message: this.options.readOnly })
    const place = labelPlace(annotator, item.id)
    return this.inOrder(place, () =>
      this.guarded(place, async (): Promise<Result<LabelFile>> => {
        const found = await this.load(place)
        if (found.kind === 'damaged' || found.kind === 'unreadable') return failed(found.problem)
        if (found.kind === 'label' && found.readOnly !== undefined)
          return failed({ file: place, message: found.readOnly })
        const before = found.kind === 'label' ? found.label.revision : 0
        const revision = Math.max(before, label.revision) + 1
        return ok(
          await this.write(place, { ...label, revision, savedAt: this.now().toISOString() }, 'adopted')
        )
      })
    )
  }

  async waiting(): Promise<readonly WaitingLabel[]> {
    return (await this.quarantine.all()).map(({ problem, quarantine, item }) => ({
      file: problem.file ?? quarantine,
      message: `${problem.message} The file is ${quarantine} now, unchanged, and its item waits for a choice.`,
      annotator: problem.file?.split('/')[1] ?? '',
      ...(item === undefined ? {} : { item })
    }))
  }

  annotators(): Promise<readonly string[]> {
    return annotatorsIn(this.files, this.root)
  }

  async *all(annotator?: string): AsyncIterable<StoredLabel> {
    const breathe = breather()
    for await (const { place, annotator: whose, problem } of walkLabels(this.files, this.root, annotator)) {
      await breathe()
      const about = { path: place, annotator: whose }
      if (problem !== undefined) yield { ...about, problem }
      else {
        const found = await this.load(place)
        if (found.kind === 'label') yield { ...about, label: found.label }
        else if (found.kind !== 'none') yield { ...about, problem: found.problem }
      }
    }
  }

  private async replace(place: string, draft: LabelDraft): Promise<Result<LabelFile>> {
    if ((await this.files.stat(join(this.root, PROJECT_FILE))) === undefined)
      return failed({
        file: PROJECT_FILE,
        message: `The project is not at "${this.root}" any more. If it is on a drive or a share, connect it and save again.`
      })
    const found = await this.current(place)
    if (found.kind === 'unreadable') return failed(found.problem)
    if (found.kind === 'damaged') {
      const { quarantine } = await this.setAside(place, draft.item.id, found)
      if (quarantine === place) return failed(found.problem, { file: place, message: stuck })
      return failed(found.problem, {
        file: place,
        message: `The file was damaged while the item was open, and is now ${quarantine}, unchanged. Save again to write what you see.`
      })
    }
    const base = found.kind === 'label' ? found.label : undefined
    const refusal =
      found.kind === 'label' && found.readOnly !== undefined
        ? found.readOnly
        : base === undefined
          ? await this.unsettled(place, draft)
          : this.conflict(place, base, draft)
    if (refusal !== undefined) return failed({ file: place, message: refusal })
    return ok(await this.write(place, labelOf(draft, base, this.now()), `saved by ${draft.annotator}`))
  }

  /**
   * Another file of a revision that was seen before is not what the person has before them, who opened the first:
   * it counts as seen once a save has been refused because of it.
   */
  private look(place: string, label: LabelFile): void {
    const seen = this.seen.get(place)
    if (seen?.revision === label.revision && !this.contested.has(place)) return
    this.contested.delete(place)
    this.seen.set(place, { revision: label.revision, stamp: stampOf(label) })
  }

  /** Durable when it resolves. */
  private async write(place: string, label: LabelFile, settled: string): Promise<LabelFile> {
    const file = await this.document(place)
    this.attempted.set(place, stampOf(label))
    await new Low<LabelFile>(file, label).write()
    this.attempted.delete(place)
    this.hold(place, label, file.written)
    this.seen.set(place, { revision: label.revision, stamp: stampOf(label) })
    await this.quarantine.settle(place, settled)
    return label
  }

  /** Why there is no overwriting what is on the disk. */
  private conflict(place: string, base: LabelFile, draft: LabelDraft): string | undefined {
    const stamp = stampOf(base)
    if (stamp === this.attempted.get(place)) return undefined
    const seen = this.seen.get(place)
    if (base.revision === draft.revision && (seen === undefined || seen.stamp === stamp)) return undefined
    this.contested.add(place)
    const made = draft.revision === 0 ? 'before there was a file' : `from revision ${draft.revision}`
    return `The file was changed by something else, such as a sync service or git: it is revision ${base.revision} of ${base.savedAt}, and this was made ${made}. Nothing was overwritten. Open the item again to see what is there.`
  }

  /** A damaged file of this place waits for a choice that only a person who has seen it can make. */
  private async unsettled(place: string, draft: LabelDraft): Promise<string | undefined> {
    const waiting = await this.quarantine.at(place)
    if (waiting === undefined || draft.revision > 0) return undefined
    return `The labels of this item were damaged and are in ${waiting.quarantine}. Choose first what to recover.`
  }

  private async recovered(
    place: string,
    annotator: string,
    item: Item,
    how: 'previous' | 'readable' | 'fresh'
  ): Promise<Recovered> {
    if (how === 'fresh') {
      await this.quarantine.settle(place, how)
      return ok(null)
    }
    const savedAt = this.now().toISOString()
    if (how === 'previous') {
      const previous = await this.previous(place)
      if (previous === undefined)
        return failed({ file: place, message: 'No earlier version of this file was kept.' })
      const label = { ...previous, revision: previous.revision + 1, savedAt }
      return { ...ok(await this.write(place, label, how)), lost: [] }
    }
    const waiting = await this.quarantine.at(place)
    if (waiting === undefined)
      return failed({ file: place, message: 'There is no damaged file of this item to read.' })
    const path = join(this.root, waiting.quarantine)
    await stayInside(this.files, this.root, path)
    const salvaged = salvageLabel(await this.files.read(path), {
      item,
      annotator,
      file: waiting.quarantine,
      savedAt
    })
    if (!('label' in salvaged)) return failed(salvaged)
    return { ...ok(await this.write(place, salvaged.label, how)), lost: salvaged.lost }
  }

  /** What is on the disk, read only when somebody else has written there. */
  private async current(place: string): Promise<LoadedLabel> {
    const held = this.held.get(place)
    if (held === undefined) return this.load(place)
    const found = await this.files.stat(join(this.root, place)).catch(() => undefined)
    return found?.identity === held.identity ? { kind: 'label', label: held.label } : this.load(place)
  }

  private hold(place: string, label: LabelFile, identity: string | undefined): void {
    this.held.delete(place)
    if (identity !== undefined) this.held.set(place, { identity, label })
    const [oldest] = this.held.keys()
    if (this.held.size > mostHeld && oldest !== undefined) this.held.delete(oldest)
  }

  private async load(place: string): Promise<LoadedLabel> {
    const path = join(this.root, place)
    try {
      await this.safe(dirname(path))
    } catch (error) {
      if (error instanceof FileError)
        return { kind: 'unreadable', problem: { file: place, message: error.message } }
      throw error
    }
    const found = asLabel(await readDocument(this.files, path, place, labelFormat), place)
    return found.kind === 'none' ? this.inCloud(place) : found
  }

  /** iCloud takes files off the disk and leaves a hidden one in place: that is not "no labels yet". */
  private async inCloud(place: string): Promise<LoadedLabel> {
    const path = join(this.root, dirname(place), `.${basename(place)}.icloud`)
    if ((await this.files.stat(path).catch(() => undefined)) === undefined) return { kind: 'none' }
    const message =
      'iCloud has taken this file off the disk. Download it in the Finder, then open the item again.'
    return { kind: 'unreadable', problem: { file: place, message } }
  }

  /** Into quarantine; where that cannot be (read-only, unreadable, full), it stays where it is and is only reported. */
  private async setAside(
    place: string,
    item: string,
    { kind, problem }: { readonly kind: 'damaged' | 'unreadable'; readonly problem: Problem }
  ): Promise<Quarantined> {
    if (kind === 'unreadable' || this.options.readOnly !== undefined) return { problem, quarantine: place }
    try {
      return await this.quarantine.take(place, item, problem)
    } catch (error) {
      if (error instanceof FileError) return { problem, quarantine: place }
      throw error
    }
  }

  private async damaged(place: string, { problem, quarantine }: Quarantined): Promise<ReadLabel> {
    const previous = await this.previous(place)
    return {
      kind: 'damaged',
      problem,
      quarantine,
      ...(previous === undefined ? {} : { previousSavedAt: previous.savedAt })
    }
  }

  /** The generation before the one that is damaged, if it was kept and is whole. */
  private async previous(place: string): Promise<LabelFile | undefined> {
    const read = await readDocument(this.files, historyPath(this.root, place), place, labelFormat)
    const found = asLabel(read, place)
    return found.kind === 'label' && found.readOnly === undefined ? found.label : undefined
  }

  private async document(place: string): Promise<ValidatedFile<LabelFile>> {
    const path = join(this.root, place)
    const history = historyPath(this.root, place)
    const keeps = await this.historyIn(dirname(history))
    return new ValidatedFile(this.files, path, place, labelFormat, keeps ? history : undefined)
  }

  /** History is worth having and never a reason not to save. */
  private async historyIn(folder: string): Promise<boolean> {
    if (this.safeFolders.has(folder)) return true
    try {
      await privateFolder(this.files, this.root)
      await this.safe(folder)
      return true
    } catch (error) {
      if (error instanceof FileError) return false
      throw error
    }
  }

  private async safe(folder: string): Promise<void> {
    if (this.safeFolders.has(folder)) return
    await stayInside(this.files, this.root, folder)
    this.safeFolders.add(folder)
  }

  /** What the disk or the draft refuses comes back as a problem. */
  private async guarded<T extends Result<unknown>>(
    place: string,
    run: () => Promise<T>
  ): Promise<T | ReturnType<typeof failed>> {
    try {
      return await run()
    } catch (error) {
      if (error instanceof DocumentError) return failed(error.problem)
      if (error instanceof FileError) return failed({ file: place, message: error.message })
      throw error
    }
  }
}

/** A person goes back and forth between a few items, not thousands. */
const mostHeld = 50

const stuck = 'The damaged file could not be moved to quarantine, so nothing was written over it.'

function badAnnotator(annotator: string): string {
  return `"${annotator.slice(0, 80)}" cannot be the id of an annotator: use lower-case letters, digits, - and _, at most 64.`
}
