import type { LabelFile } from '../../schemas/label-file.ts'
import type { Project } from '../../schemas/project.ts'
import type { Files } from '../files.ts'
import type { LabelSummary } from '../label-summary.ts'
import { annotatorsIn } from '../label-walk.ts'
import { summaryOf } from '../summarize-label.ts'
import { AnnotatorLabels } from './annotator-labels.ts'
import { IndexCache } from './index-cache.ts'
import type { LabelChange, LabelIndex, LabelIndexOptions, LabelProblem } from './label-index.ts'
import { LabelLook } from './label-look.ts'
import { schemaKey } from './schema-key.ts'

export type * from './label-index.ts'

/** Opens the index of the label files of a project: what the cache knows is taken, what has changed since is read. */
export async function openLabelIndex(
  files: Files,
  root: string,
  project: Project,
  options: LabelIndexOptions
): Promise<LabelIndex> {
  const index = new FolderLabelIndex(files, root, project, options)
  await index.open()
  return index
}

/** So much that was read and is not in the cache is worth writing before the end. */
const worthKeeping = 1000

class FolderLabelIndex implements LabelIndex {
  whole: Promise<void> = Promise.resolve()
  reading: number | null = null
  readonly #cache: IndexCache
  readonly #people = new Map<string, AnnotatorLabels>()
  readonly #look: LabelLook
  /** Found since `refresh` last told, by annotator and item. Null while opening: all is what it opens with. */
  #changes: Map<string, LabelChange> | null = null
  /** Looking and writing happen one after another. */
  #last: Promise<unknown> = Promise.resolve()
  #unkept = 0

  constructor(
    private readonly files: Files,
    private readonly root: string,
    private readonly project: Project,
    private readonly options: LabelIndexOptions
  ) {
    this.#cache = new IndexCache(files, root, schemaKey(project))
    this.#look = new LabelLook(
      files,
      root,
      project,
      options.now ?? Date.now,
      this.#people,
      (changes, read) => {
        this.#unkept += read
        if (this.#changes === null) return
        for (const change of changes)
          this.#changes.set(JSON.stringify([change.annotator, change.item]), change)
      }
    )
  }

  async open(): Promise<void> {
    const { patience, writable, onProgress } = this.options
    for (const name of await annotatorsIn(this.files, this.root)) {
      if (writable) await this.#cache.sweep(name)
      this.#people.set(name, new AnnotatorLabels(name, await this.#cache.read(name)))
    }
    this.reading = 0
    this.whole = this.#inTurn(async () => {
      await this.#look.all(share => {
        this.reading = share
        onProgress?.()
      })
      this.reading = null
    })
    // Not waited for: somebody is waiting for the project to open.
    void this.#inTurn(() => this.#keep(1))
    await (patience === undefined ? this.whole : Promise.race([this.whole, pause(patience)]))
    this.#changes = new Map()
  }

  get annotators(): readonly string[] {
    return [...this.#people.keys()].sort()
  }

  *summaries(annotator?: string): Iterable<LabelSummary> {
    for (const [name, person] of this.#people)
      if (annotator === undefined || annotator === name) yield* person.byItem.values()
  }

  of(annotator: string, item: string): LabelSummary | undefined {
    return this.#people.get(annotator)?.byItem.get(item)
  }

  get problems(): readonly LabelProblem[] {
    return [
      ...this.#look.strays,
      ...this.annotators.flatMap(name => this.#people.get(name)?.problems() ?? [])
    ]
  }

  problemsOf(annotator: string, item: string): readonly LabelProblem[] {
    return this.#people.get(annotator)?.problemsOf(item) ?? []
  }

  put(annotator: string, item: string, label: LabelFile | undefined): void {
    let person = this.#people.get(annotator)
    if (person === undefined) {
      if (label === undefined) return
      person = new AnnotatorLabels(annotator, new Map())
      this.#people.set(annotator, person)
    }
    person.put(item, label === undefined ? undefined : summaryOf(this.project, label))
  }

  refresh(): Promise<readonly LabelChange[]> {
    return this.#inTurn(async () => {
      await this.#look.all()
      const changes = [...(this.#changes?.values() ?? [])]
      this.#changes = new Map()
      void this.#inTurn(() => this.#keep(worthKeeping))
      return changes
    })
  }

  async close(): Promise<void> {
    this.#look.stop()
    await this.#inTurn(async () => {
      if (!this.options.writable) return
      await this.#look.again()
      await this.#keep(0)
    })
  }

  async #keep(worth: number): Promise<void> {
    if (!this.options.writable || this.#unkept < worth) return
    this.#unkept = 0
    for (const person of this.#people.values()) await this.#cache.write(person.annotator, person.shards)
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(run)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
