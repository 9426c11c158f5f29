import {
  type LabelChange,
  type LabelIndex,
  type LabelProblem,
  openLabelIndex
} from '../../project/label-index/open-label-index.ts'
import type { LabelStore } from '../../project/label-store.ts'
import type { LabelSummary } from '../../project/label-summary.ts'
import type { OpenProject } from '../../project/open-project.ts'
import type { LabelFile } from '../../schemas/label-file.ts'

/** A moment one waits for without wondering. What takes longer goes on while the window is shown. */
const patience = 500

/** What is known of all label files of the open project, and which of their changes are our own. */
export class DeskLabels {
  readonly index: LabelIndex
  readonly #store: Pick<LabelStore, 'waiting'>
  readonly #annotator: string
  /** Saves and choices on their way to the disk. */
  readonly #underWay = new Set<Promise<unknown>>()
  /** Ids of items that were written here since the folders were last looked at. */
  readonly #ours = new Set<string>()
  /** Told of the reading that opening did not wait for. */
  readonly #listener: { heard: () => void }
  #problems = 0

  private constructor(
    index: LabelIndex,
    store: Pick<LabelStore, 'waiting'>,
    annotator: string,
    listener: { heard: () => void }
  ) {
    this.index = index
    this.#store = store
    this.#annotator = annotator
    this.#listener = listener
  }

  static async at(open: OpenProject, annotator: string): Promise<DeskLabels> {
    const { files, root, project, readOnly } = open
    const listener = { heard: () => {} }
    const index = await openLabelIndex(files, root, project, {
      writable: readOnly === undefined,
      patience,
      onProgress: () => listener.heard()
    })
    const labels = new DeskLabels(index, open.labels, annotator, listener)
    labels.#problems = (await labels.problems()).length
    return labels
  }

  /** Of everyone's label files, those included that were moved to quarantine and wait for a choice. */
  async problems(): Promise<readonly LabelProblem[]> {
    const all = await this.#store.waiting()
    // A whole file that came back, as from a sync service, leaves nothing to choose.
    const waiting = all.filter(
      ({ annotator, item }) => item === undefined || this.index.of(annotator, item) === undefined
    )
    const moved = new Set(waiting.map(({ file }) => file))
    return [...waiting, ...this.index.problems.filter(({ file }) => file === undefined || !moved.has(file))]
  }

  /** Tells of the reading that opening did not wait for, now and then and at its end; of nothing after `close`. */
  onReading(heard: () => void): void {
    if (this.index.reading === null) return
    this.#listener.heard = heard
    void this.index.whole.then(() => this.#listener.heard())
  }

  /** Keeps what was found by opening an item, and says what is known of it now. */
  found(item: string, label: LabelFile | undefined): LabelSummary | undefined {
    this.index.put(this.#annotator, item, label)
    return this.index.of(this.#annotator, item)
  }

  /** Label files that are damaged or have a conflict copy beside them, where it is certain whose they are. */
  async withProblem(): Promise<readonly { readonly annotator: string; readonly item: string }[]> {
    const all = await this.problems()
    return all.flatMap(({ annotator, item }) => (item === undefined ? [] : [{ annotator, item }]))
  }

  /** Carries out what writes the label file of an item. */
  async write<T>(item: string, work: () => Promise<T>): Promise<T> {
    this.#ours.add(item)
    const writing = work()
    this.#underWay.add(writing)
    try {
      return await writing
    } finally {
      this.#underWay.delete(writing)
    }
  }

  /**
   * Looks at the folders again. Undefined: all is as the window knows it. What was written here meanwhile is not among the
   * changes: the window knows it before the disk does.
   */
  async look(): Promise<readonly LabelChange[] | undefined> {
    await this.settled()
    this.#ours.clear()
    const found = await this.index.refresh()
    const changes = found.filter(
      ({ annotator, item }) => annotator !== this.#annotator || !this.#ours.has(item)
    )
    const problems = (await this.problems()).length
    if (changes.length === 0 && problems === this.#problems) return undefined
    this.#problems = problems
    return changes
  }

  /** When everything that was on its way to the disk has ended. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled([...this.#underWay])
  }

  async close(): Promise<void> {
    this.#listener.heard = () => {}
    await this.settled()
    await this.index.close()
  }
}
