import { setCopyAside, takeCopy } from '../../project/conflict-copy.ts'
import { fingerprintProblem } from '../../project/fingerprint.ts'
import type { Files } from '../../project/files.ts'
import type { LabelChange } from '../../project/label-index/open-label-index.ts'
import { answerProblems } from '../../project/label-problems.ts'
import type { LabelDraft, ReadLabel, Recovered } from '../../project/label-store.ts'
import { mediaItem } from '../../project/media/media-item.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { Queue } from '../../project/queue/queue.ts'
import type { Item } from '../../schemas/item.ts'
import type { FieldKind } from '../../schemas/project.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import type { LabelsChanged, QueueRow } from '../api/contract.ts'
import { DeskLabels } from './desk-labels.ts'
import { DeskStats } from './desk-stats.ts'
import { Grants } from './grants.ts'
import { rowsOf } from './rows.ts'
import { Searches } from './searches.ts'

/** How many items shown last are remembered as they were looked at. */
const REMEMBERED = 16

/** What reads projects and their data. Home does without, so it is not read before home is there. */
export const readsProjects = () => import('../../project/open-project.ts')

/** The project that is open in the window, with one annotator's way through it. At most one at a time. */
export class Session {
  readonly #files: Files
  #current: Desk | null = null
  /** Folders the person chose in the system's dialog since the start: the only ones an export may go to. */
  readonly picked = new Set<string>()
  /** What else the page may speak of by its path. */
  readonly grants: Grants

  constructor(files: Files) {
    this.#files = files
    this.grants = new Grants(files)
  }

  get current(): Desk | null {
    return this.#current
  }

  /** The folder media may be served from. */
  get root(): string | null {
    return this.#current?.open.root ?? null
  }

  async open(folder: string, annotator: string): Promise<Result<Desk>> {
    await this.close()
    const { openProject } = await readsProjects()
    const opened = await openProject(this.#files, folder, { lock: true })
    if (!opened.ok) return opened
    try {
      this.#current = await Desk.at(opened.value, annotator)
    } catch (error) {
      await opened.value.close()
      throw error
    }
    return ok(this.#current)
  }

  /** Waits for saves on their way, then gives the lock back. */
  async close(): Promise<void> {
    const current = this.#current
    this.#current = null
    await current?.leave()
  }
}

/** One annotator at one open project. */
export class Desk {
  readonly open: OpenProject
  readonly annotator: string
  /** Id of the item saved last since opening. */
  lastSaved: string | undefined
  /** Where the last export went. */
  lastExport: string | undefined
  readonly searches: Searches
  #queue: Queue
  readonly labels: DeskLabels
  readonly stats: DeskStats
  /** Item id → the item as it was looked at; the latest last. */
  readonly #looks = new Map<string, Item>()

  private constructor(open: OpenProject, annotator: string, labels: DeskLabels) {
    this.open = open
    this.annotator = annotator
    this.labels = labels
    this.#queue = this.#freshQueue()
    this.searches = new Searches(open.items, () => this.#queue)
    this.stats = new DeskStats(open, labels.index)
  }

  static async at(open: OpenProject, annotator: string): Promise<Desk> {
    const desk = new Desk(open, annotator, await DeskLabels.at(open, annotator))
    await desk.#markProblems()
    return desk
  }

  /** Of the project and of everyone's label files. Grows while the items are being indexed. */
  async problems(): Promise<readonly Problem[]> {
    return [...this.open.problems, ...(await this.labels.problems())]
  }

  get queue(): Queue {
    return this.#queue
  }

  /** The item with what is known of its files now. */
  async look(item: Item): Promise<Item> {
    const { files, root, project } = this.open
    const seen = await mediaItem(files, root, project.fields, item)
    keepLatest(this.#looks, item.id, seen)
    return seen
  }

  /** The item as the person saw it: a file that changed since is not what an answer is about. */
  async lastLook(item: Item): Promise<Item> {
    return this.#looks.get(item.id) ?? this.look(item)
  }

  /** Whether an item that was looked at lately has this file in a field of this kind. */
  showed(kind: FieldKind, path: string): boolean {
    const fields = this.open.project.fields.filter(field => field.kind === kind)
    return [...this.#looks.values()].some(item =>
      fields.some(({ id }) => Object.hasOwn(item.fields, id) && item.fields[id] === path)
    )
  }

  /** What the queue shows of the items at these positions; what cannot be read is left out. */
  async rows(positions: readonly number[]): Promise<readonly QueueRow[]> {
    const titles = await this.open.items.titles(positions)
    return rowsOf(
      this.open,
      this.annotator,
      titles.map(title => ({ ...title, ...this.#queue.rowAt(title.position) }))
    )
  }

  async read(item: Item): Promise<ReadLabel> {
    const read = await this.open.labels.read(this.annotator, item)
    this.#found(item, read.kind === 'label' ? read.label : undefined)
    if (read.kind === 'damaged') await this.#markProblems()
    return read
  }

  async recover(item: Item, how: 'previous' | 'readable' | 'fresh'): Promise<Recovered> {
    const recovered = await this.labels.write(item.id, () =>
      this.open.labels.recover(this.annotator, item, how)
    )
    if (recovered.ok) {
      this.#found(item, recovered.value ?? undefined)
      await this.#markProblems()
    }
    return recovered
  }

  /** Conflict copies of sync services beside the label file of an item. */
  copiesOf(item: Item): readonly { readonly file: string }[] {
    return this.labels.index
      .problemsOf(this.annotator, item.id)
      .flatMap(({ file, copyOf }) => (file === undefined || copyOf === undefined ? [] : [{ file }]))
  }

  /** Takes a conflict copy for the item's labels, or sets it aside. */
  async resolveCopy(item: Item, file: string, how: 'take' | 'aside', now: () => Date): Promise<Result<null>> {
    const copy = { open: this.open, annotator: this.annotator, item, file }
    const resolved = await this.labels.write<Result<LabelFile | string>>(item.id, () =>
      how === 'take' ? takeCopy(copy, now) : setCopyAside(copy, now)
    )
    if (!resolved.ok) return resolved
    if (typeof resolved.value !== 'string') this.#found(item, resolved.value)
    return ok(null)
  }

  async save(
    draft: Omit<LabelDraft, 'annotator' | 'schemaVersion' | 'guidelineVersion'>
  ): Promise<Result<LabelFile>> {
    if (this.open.readOnly !== undefined) return failed({ message: this.open.readOnly })
    const { schemaVersion, guidelines } = this.open.project
    const saved = await this.labels.write(draft.item.id, () =>
      this.open.labels.save({
        ...draft,
        annotator: this.annotator,
        schemaVersion,
        guidelineVersion: guidelines?.version ?? 0
      })
    )
    if (!saved.ok) return saved
    this.#found(draft.item, saved.value)
    this.lastSaved = draft.item.id
    return saved
  }

  /** What other programs did to the label files since the window was told. Null: nothing. */
  async changedElsewhere(): Promise<LabelsChanged | null> {
    const changes = await this.labels.look()
    return changes === undefined ? null : this.#told(changes)
  }

  /** The same, also when there is nothing new, and without a look while label files are still being read for the first time. */
  async lookAtDisk(): Promise<LabelsChanged> {
    const changes = this.labels.index.reading === null ? await this.labels.look() : undefined
    return this.#told(changes ?? [])
  }

  async #told(changes: readonly LabelChange[]): Promise<LabelsChanged> {
    for (const { annotator, item, summary } of changes)
      if (summary === undefined) this.#queue.remove(annotator, item)
      else this.#queue.put(summary)
    await this.#markProblems()
    const mine = changes.filter(({ annotator }) => annotator === this.annotator)
    return {
      positions: mine.flatMap(({ item }) => this.open.items.positionOf(item) ?? []),
      annotators: [...new Set(changes.map(({ annotator }) => annotator))].sort(),
      counts: this.#queue.counts,
      problems: (await this.problems()).length
    }
  }

  /** After an import. */
  async refresh(): Promise<void> {
    this.searches.stopAll()
    await this.labels.look()
    this.#queue = this.#freshQueue()
    await this.#markProblems()
  }

  /** When every save that was on its way has ended. */
  settled(): Promise<void> {
    return this.labels.settled()
  }

  async leave(): Promise<void> {
    this.searches.stopAll()
    try {
      await this.labels.close()
    } finally {
      await this.open.close()
    }
  }

  /** Worth saying about an item that can be shown all the same. */
  problemsOf(item: Item, label: LabelFile): readonly Problem[] {
    const changed = fingerprintProblem(item, label)
    const untrue = answerProblems(this.open.project, item, label)
    return changed === undefined ? untrue : [changed, ...untrue]
  }

  #freshQueue(): Queue {
    return new Queue(this.open.items, this.annotator, this.labels.index.summaries())
  }

  /** Lets the queue know which label files are damaged or have a copy beside them. */
  async #markProblems(): Promise<void> {
    const files = await this.labels.withProblem()
    this.#queue.setFileProblems(files)
  }

  /** What the label file of an item says now; undefined: there is none that can be read. */
  #found(item: Item, label: LabelFile | undefined): void {
    const summary = this.labels.found(item.id, label)
    if (summary === undefined) this.#queue.remove(this.annotator, item.id)
    else this.#queue.put(summary)
  }
}

function keepLatest<T>(kept: Map<string, T>, id: string, value: T): void {
  kept.delete(id)
  kept.set(id, value)
  const [oldest] = kept.keys()
  if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest)
}
