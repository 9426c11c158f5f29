import { join } from 'node:path'
import { PROJECT_FILE, type Project } from '../../schemas/project.ts'
import { breather } from '../breather.ts'
import type { Files } from '../files.ts'
import { LABELS_FOLDER } from '../label-files.ts'
import { type LabelFolder, listAnnotators, listShards } from '../label-walk.ts'
import { AnnotatorLabels } from './annotator-labels.ts'
import { isCoarse } from './folder-clock.ts'
import type { LabelChange, LabelProblem } from './label-index.ts'
import { readShard } from './read-shard.ts'

interface Wanted {
  readonly person: AnnotatorLabels
  /** Of the folder of label files. */
  readonly name: string
  readonly mtimeMs: number
}

/** Looking at the folders of a project, and reading those that are not as they were. */
export class LabelLook {
  /** What is in `labels/` itself and is no annotator's folder. */
  strays: readonly LabelProblem[] = []
  #stopped = false

  /** `told`: of the changes in a folder that was read, and how many files it has. */
  constructor(
    private readonly files: Files,
    private readonly root: string,
    private readonly project: Project,
    private readonly now: () => number,
    private readonly people: Map<string, AnnotatorLabels>,
    private readonly told: (changes: readonly LabelChange[], read: number) => void
  ) {}

  /** Ends what is under way after the folder that is being read. */
  stop(): void {
    this.#stopped = true
  }

  /** `onProgress`: how much of what must be read is, 0 to 1, after each folder. */
  async all(onProgress?: (share: number) => void): Promise<void> {
    if (!(await this.isThere())) return
    const breathe = breather()
    const wanted: Wanted[] = []
    const missing: [AnnotatorLabels, string][] = []
    const top = await listAnnotators(this.files, this.root)
    this.strays = straysOf(top, '')
    const names = new Set(top.entries.filter(entry => entry.problem === undefined).map(entry => entry.name))
    if (top.problem === undefined)
      for (const person of this.people.values())
        if (!names.has(person.annotator))
          for (const shard of person.shards.keys()) missing.push([person, shard])
    for (const name of names) {
      const person = this.people.get(name) ?? new AnnotatorLabels(name, new Map())
      this.people.set(name, person)
      const folder = await listShards(this.files, this.root, name)
      person.strays = straysOf(folder, name)
      const shards = new Set(folder.entries.filter(each => each.problem === undefined).map(each => each.name))
      if (folder.problem === undefined)
        for (const shard of person.shards.keys()) if (!shards.has(shard)) missing.push([person, shard])
      for (const shard of shards) {
        await breathe()
        const mtimeMs = await this.changeOf(name, shard)
        if (isCoarse(mtimeMs) || person.shards.get(shard)?.mtimeMs !== mtimeMs)
          wanted.push({ person, name: shard, mtimeMs })
      }
    }
    await this.drop(missing, names)
    let done = 0
    for (const each of wanted) {
      if (this.#stopped) return
      await this.read(each)
      onProgress?.(++done / wanted.length)
    }
  }

  /** Only at the folders that are known to have changed since they were read: by our own hand. */
  async again(): Promise<void> {
    if (!(await this.isThere())) return
    for (const person of this.people.values())
      for (const [name, shard] of person.shards) {
        if (shard.mtimeMs !== null) continue
        await this.read({ person, name, mtimeMs: await this.changeOf(person.annotator, name) })
      }
  }

  /** A drive that was unplugged has no labels, which does not mean that somebody deleted them. */
  private async isThere(): Promise<boolean> {
    return (await this.files.stat(join(this.root, PROJECT_FILE)).catch(() => undefined)) !== undefined
  }

  private async changeOf(annotator: string, shard: string): Promise<number> {
    const found = await this.files
      .stat(join(this.root, LABELS_FOLDER, annotator, shard))
      .catch(() => undefined)
    return found?.mtimeMs ?? NaN
  }

  private async read({ person, name, mtimeMs }: Wanted): Promise<void> {
    const { files, root, project, now } = this
    const before = person.shards.get(name)
    const puts = before?.puts
    const read = await readShard(
      { files, root, project, annotator: person.annotator, name, now },
      mtimeMs,
      before
    )
    // What was put meanwhile is newer than what was read.
    if (person.shards.get(name) !== before || before?.puts !== puts) return
    if (read.files.size === 0 && read.problem === undefined && !(await this.isThere())) return
    this.told(person.take(name, read), read.files.size)
  }

  private async drop(
    missing: readonly [AnnotatorLabels, string][],
    names: ReadonlySet<string>
  ): Promise<void> {
    if (missing.length > 0 && !(await this.isThere())) return
    for (const [person, shard] of missing)
      if (Number.isNaN(await this.changeOf(person.annotator, shard)))
        this.told(person.take(shard, undefined), 0)
    for (const name of this.people.keys())
      if (!names.has(name) && this.people.get(name)?.shards.size === 0) this.people.delete(name)
  }
}

function straysOf({ entries, problem }: LabelFolder, annotator: string): readonly LabelProblem[] {
  const found = entries.flatMap(entry => (entry.problem === undefined ? [] : [entry.problem]))
  return [...(problem === undefined ? [] : [problem]), ...found].map(each => ({ ...each, annotator }))
}
