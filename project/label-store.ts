import { join } from 'node:path'
import type { Item } from '../schemas/item.ts'
import type { LabelFile } from '../schemas/label-file.ts'
import { PROJECT_FILE } from '../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../schemas/schema.ts'
import { breather } from './breather.ts'
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
import { labelOf } from './label-draft.ts'
import { isAnnotatorId, labelPlace } from './label-files.ts'
import { LabelPlaces } from './label-places.ts'
import { LabelSightings } from './label-sightings.ts'
import { annotatorsIn, walkLabels } from './label-walk.ts'
import { pathQueue } from './path-queue.ts'
import { stayInside } from './private-folder.ts'
import { type Quarantined, Quarantine } from './quarantine.ts'
import { salvageLabel } from './salvage-label.ts'
import { DocumentError } from './validated-file.ts'

export type * from './label-contract.ts'

export function labelStore(files: Files, root: string, options: LabelStoreOptions = {}): LabelStore {
  return new FolderLabelStore(files, root, options)
}

class FolderLabelStore implements LabelStore {
  private readonly inOrder = pathQueue()
  private readonly quarantine: Quarantine
  private readonly now: () => Date
  private readonly places: LabelPlaces
  private readonly sightings = new LabelSightings()

  constructor(
    private readonly files: Files,
    private readonly root: string,
    private readonly options: LabelStoreOptions
  ) {
    this.now = options.now ?? (() => new Date())
    this.quarantine = new Quarantine(files, root, this.now)
    this.places = new LabelPlaces(files, root)
  }

  async read(annotator: string, item: Item): Promise<ReadLabel> {
    if (!isAnnotatorId(annotator)) return { kind: 'none' }
    const place = labelPlace(annotator, item.id)
    return this.inOrder(place, async () => {
      const found = await this.places.load(place)
      if (found.kind === 'label') {
        this.sightings.look(place, found.label)
        return found
      }
      if (found.kind !== 'none') return this.damaged(place, await this.setAside(place, item.id, found))
      const waiting = await this.quarantine.at(place)
      return waiting === undefined ? found : this.damaged(place, waiting)
    })
  }

  async peek(annotator: string, itemId: string): Promise<LabelFile | undefined> {
    if (!isAnnotatorId(annotator)) return undefined
    const found = await this.places.load(labelPlace(annotator, itemId))
    return found.kind === 'label' ? found.label : undefined
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
        const found = await this.places.load(place)
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
        const found = await this.places.load(place)
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
        const found = await this.places.load(place)
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
    const found = await this.places.current(place)
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
          : this.sightings.conflict(place, base, draft)
    if (refusal !== undefined) return failed({ file: place, message: refusal })
    return ok(await this.write(place, labelOf(draft, base, this.now()), `saved by ${draft.annotator}`))
  }

  /** Durable when it resolves. */
  private async write(place: string, label: LabelFile, settled: string): Promise<LabelFile> {
    await this.sightings.during(place, label, () => this.places.write(place, label))
    await this.quarantine.settle(place, settled)
    return label
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
      const previous = await this.places.previous(place)
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
    const previous = await this.places.previous(place)
    return {
      kind: 'damaged',
      problem,
      quarantine,
      ...(previous === undefined ? {} : { previousSavedAt: previous.savedAt })
    }
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

const stuck = 'The damaged file could not be moved to quarantine, so nothing was written over it.'

function badAnnotator(annotator: string): string {
  return `"${annotator.slice(0, 80)}" cannot be the id of an annotator: use lower-case letters, digits, - and _, at most 64.`
}
