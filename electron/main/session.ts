import { fingerprintProblem } from '../../project/fingerprint.ts'
import type { Files } from '../../project/files.ts'
import { answerProblems } from '../../project/label-problems.ts'
import type { LabelDraft, ReadLabel, Recovered } from '../../project/label-store.ts'
import { mediaItem } from '../../project/media/media-item.ts'
import { openProject, type OpenProject } from '../../project/open-project.ts'
import { Queue } from '../../project/queue/queue.ts'
import { summaryOf } from '../../project/summarize-label.ts'
import type { LabelSummary } from '../../project/label-summary.ts'
import type { Item } from '../../schemas/item.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import type { QueueRow } from '../api/contract.ts'
import { DeskStats } from './desk-stats.ts'
import { Grants } from './grants.ts'
import { Searches } from './searches.ts'

/** How many items shown last are remembered: the window looks at them again when it comes back to the front. */
const WATCHED = 16

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
  readonly #labelProblems: readonly Problem[]
  readonly stats: DeskStats
  readonly #saves = new Set<Promise<unknown>>()
  /** Item id → revision as the window knows it, 0 for none; the latest last. */
  readonly #shown = new Map<string, number>()
  /** Item id → the item as it was looked at; the latest last. */
  readonly #looks = new Map<string, Item>()

  private constructor(open: OpenProject, annotator: string, queue: Queue, problems: readonly Problem[]) {
    this.open = open
    this.annotator = annotator
    this.#queue = queue
    this.#labelProblems = problems
    this.searches = new Searches(open.items, () => this.#queue)
    this.stats = new DeskStats(open)
  }

  static async at(open: OpenProject, annotator: string): Promise<Desk> {
    const { summaries, problems } = await readSummaries(open)
    return new Desk(open, annotator, new Queue(open.items, annotator, summaries), problems)
  }

  /** Of the project and of this annotator's label files. Grows while the items are being indexed. */
  get problems(): readonly Problem[] {
    return [...this.open.problems, ...this.#labelProblems]
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

  /** What the queue shows of the items at these positions; what cannot be read is left out. */
  async rows(positions: readonly number[]): Promise<readonly QueueRow[]> {
    const titles = await this.open.items.titles(positions)
    return titles.map(title => ({ ...title, ...this.#queue.rowAt(title.position) }))
  }

  async read(item: Item): Promise<ReadLabel> {
    const read = await this.open.labels.read(this.annotator, item)
    this.#show(item.id, read.kind === 'label' ? read.label.revision : 0)
    return read
  }

  async recover(item: Item, how: 'previous' | 'readable' | 'fresh'): Promise<Recovered> {
    const recovered = await this.#tracked(this.open.labels.recover(this.annotator, item, how))
    if (!recovered.ok) return recovered
    this.#learn(item.id, recovered.value)
    this.stats.lookAgain()
    return recovered
  }

  async save(
    draft: Omit<LabelDraft, 'annotator' | 'schemaVersion' | 'guidelineVersion'>
  ): Promise<Result<LabelFile>> {
    if (this.open.readOnly !== undefined) return failed({ message: this.open.readOnly })
    const { schemaVersion, guidelines } = this.open.project
    const saved = await this.#tracked(
      this.open.labels.save({
        ...draft,
        annotator: this.annotator,
        schemaVersion,
        guidelineVersion: guidelines?.version ?? 0
      })
    )
    if (!saved.ok) return saved
    this.#learn(draft.item.id, saved.value)
    this.stats.saved(saved.value)
    this.#show(draft.item.id, saved.value.revision)
    this.lastSaved = draft.item.id
    return saved
  }

  /** Positions shown of late whose label file another program has written since. */
  async changedElsewhere(): Promise<readonly number[]> {
    await this.settled()
    const changed: number[] = []
    for (const [id, revision] of [...this.#shown]) {
      const position = this.open.items.positionOf(id)
      if (position === undefined) continue
      const item = await this.open.items.item(position)
      if (!item.ok) continue
      const read = await this.open.labels.read(this.annotator, item.value)
      // A save that went on its way meanwhile is ours.
      if (this.#saves.size > 0) return []
      if (read.kind !== 'damaged') this.#learn(id, read.kind === 'label' ? read.label : null)
      const now = read.kind === 'label' ? read.label.revision : 0
      if (read.kind === 'damaged' || now !== revision) changed.push(position)
      this.#shown.set(id, now)
    }
    return changed
  }

  /** After an import: statuses are read again. */
  async refresh(): Promise<void> {
    this.searches.stopAll()
    const { summaries } = await readSummaries(this.open)
    this.#queue = new Queue(this.open.items, this.annotator, summaries)
    this.stats.lookAgain()
  }

  /** When every save that was on its way has ended. */
  async settled(): Promise<void> {
    while (this.#saves.size > 0) await Promise.allSettled([...this.#saves])
  }

  async leave(): Promise<void> {
    this.searches.stopAll()
    await this.settled()
    await this.open.close()
  }

  /** Worth saying about an item that can be shown all the same. */
  problemsOf(item: Item, label: LabelFile): readonly Problem[] {
    const changed = fingerprintProblem(item, label)
    const untrue = answerProblems(this.open.project, item, label)
    return changed === undefined ? untrue : [changed, ...untrue]
  }

  /** The queue knows what the label file of an item says now; null: there is none. */
  #learn(id: string, label: LabelFile | null): void {
    if (label === null) this.#queue.remove(this.annotator, id)
    else this.#queue.put(summaryOf(this.open.project, label))
  }

  async #tracked<T>(work: Promise<T>): Promise<T> {
    this.#saves.add(work)
    try {
      return await work
    } finally {
      this.#saves.delete(work)
    }
  }

  #show(id: string, revision: number): void {
    keepLatest(this.#shown, id, revision)
  }
}

function keepLatest<T>(kept: Map<string, T>, id: string, value: T): void {
  kept.delete(id)
  kept.set(id, value)
  const [oldest] = kept.keys()
  if (kept.size > WATCHED && oldest !== undefined) kept.delete(oldest)
}

async function readSummaries(
  open: OpenProject
): Promise<{ readonly summaries: readonly LabelSummary[]; readonly problems: readonly Problem[] }> {
  const summaries: LabelSummary[] = []
  const problems: Problem[] = []
  for await (const { label, problem } of open.labels.all()) {
    if (label === undefined) problems.push(problem)
    else summaries.push(summaryOf(open.project, label))
  }
  return { summaries, problems }
}
