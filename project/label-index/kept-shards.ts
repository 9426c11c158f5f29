import { createHash } from 'node:crypto'
import { statuses } from '../../schemas/label-file.ts'
import type { LabelSummary } from '../label-summary.ts'
import type { LabelProblem } from './label-index.ts'
import { Shard, type ShardFile } from './shard.ts'

/*
 * What the cache holds: a line that says what follows and has its hash, and a line of lists without names, because there are
 * a hundred thousand of them. Sets of labels are written once and named by their number.
 */

const FORMAT = 'label-index/1'

type TaskSet = LabelSummary['tasks']
type Row = readonly [
  item: string,
  mtimeMs: number | null,
  size: number,
  status: number,
  revision: number,
  savedAt: string,
  activeMs: number,
  comments: number,
  marks: number,
  tasks: number
]
type Other = readonly [name: string, mtimeMs: number | null, size: number, problem: LabelProblem]
type KeptShard = readonly [
  name: string,
  mtimeMs: number | null,
  rows: readonly Row[],
  others: readonly Other[]
]

const unsure = 1
const problem = 2

/** `schema`: see `schemaKey`. */
export function keptText(shards: ReadonlyMap<string, Shard>, schema: string): string {
  const sets = new Map<string, number>()
  const body = JSON.stringify([
    [...shards].map(([name, shard]) => keptShard(name, shard, sets)),
    [...sets.keys()]
  ])
  return `${JSON.stringify({ goldset: FORMAT, schema, sha256: hashOf(body) })}\n${body}\n`
}

/** Undefined: it is damaged, of another version or schema, or not ours at all. */
export function keptShards(text: string, annotator: string, schema: string): Map<string, Shard> | undefined {
  const [head = '', body = ''] = text.split('\n', 2)
  if (head !== JSON.stringify({ goldset: FORMAT, schema, sha256: hashOf(body) })) return undefined
  try {
    return shardsOf(JSON.parse(body), annotator)
  } catch (error) {
    // The hash is right, so somebody wrote it like this: a project may come from anybody.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

const hashOf = (body: string) => createHash('sha256').update(body).digest('hex')

function keptShard(name: string, shard: Shard, sets: Map<string, number>): KeptShard {
  const rows: Row[] = []
  const others: Other[] = []
  for (const file of shard.all()) if (file.summary !== undefined) rows.push(rowOf(file, file.summary, sets))
  for (const [fileName, file] of shard.others())
    if (file.problem !== undefined) others.push([fileName, file.mtimeMs, file.size, file.problem])
  return [name, shard.mtimeMs, rows, others]
}

function rowOf({ mtimeMs, size }: ShardFile, summary: LabelSummary, sets: Map<string, number>): Row {
  const key = JSON.stringify(summary.tasks.map(({ task, labels }) => [task, ...labels]))
  const set = sets.get(key) ?? sets.size
  sets.set(key, set)
  return [
    summary.item,
    mtimeMs,
    size,
    statuses.indexOf(summary.status),
    summary.revision,
    summary.savedAt,
    summary.activeMs,
    summary.comments,
    (summary.unsure ? unsure : 0) + (summary.problem ? problem : 0),
    set
  ]
}

function shardsOf(body: unknown, annotator: string): Map<string, Shard> {
  const [shards, keys] = list(body)
  const sets = list(keys).map(key => taskSetOf(text(key)))
  return new Map(
    list(shards).map(entry => {
      const [name, mtimeMs, rows, others] = list(entry)
      const summaries = list(rows).map(row => fileOf(list(row), annotator, sets))
      return [text(name), Shard.kept(time(mtimeMs), summaries, new Map(list(others).map(otherOf)))]
    })
  )
}

function taskSetOf(key: string): TaskSet {
  return list(JSON.parse(key)).map(entry => {
    const [task, ...labels] = list(entry)
    return { task: text(task), labels: labels.map(text) }
  })
}

function fileOf(row: readonly unknown[], annotator: string, sets: readonly TaskSet[]): ShardFile {
  const [item, mtimeMs, size, status, revision, savedAt, activeMs, comments, marks, set] = row
  return {
    mtimeMs: time(mtimeMs),
    size: count(size),
    summary: {
      item: text(item),
      annotator,
      status: known(statuses[count(status)]),
      revision: count(revision),
      savedAt: text(savedAt),
      activeMs: count(activeMs),
      comments: count(comments),
      unsure: (count(marks) & unsure) !== 0,
      tasks: known(sets[count(set)]),
      problem: (count(marks) & problem) !== 0
    }
  }
}

function otherOf(entry: unknown): [string, ShardFile] {
  const [name, mtimeMs, size, found] = list(entry)
  return [text(name), { mtimeMs: time(mtimeMs), size: count(size), problem: problemOf(found) }]
}

function problemOf(found: unknown): LabelProblem {
  const given = new Map(Object.entries(known(found as object | undefined)))
  const texts = ['file', 'path', 'item', 'copyOf'].filter(key => given.has(key))
  const counts = ['line', 'byte'].filter(key => given.has(key))
  return {
    annotator: text(given.get('annotator')),
    message: text(given.get('message')),
    ...Object.fromEntries(texts.map(key => [key, text(given.get(key))])),
    ...Object.fromEntries(counts.map(key => [key, count(given.get(key))]))
  }
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[]
  throw new TypeError('not a list')
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  throw new TypeError('not a text')
}

function count(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new TypeError('not a count')
}

function time(value: unknown): number | null {
  if (value === null || typeof value === 'number') return value
  throw new TypeError('not a time')
}

function known<T>(value: T | null | undefined): T {
  if (value !== null && value !== undefined) return value
  throw new TypeError('nothing is there')
}
