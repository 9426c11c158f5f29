import { labelers } from '../../labelers/index.ts'
import { idFor, type Problem } from '../../schemas/schema.ts'
import type { Field, Task } from '../../schemas/project.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { contentId, type ItemDraft } from '../sources/row-items.ts'
import { uniqueIds } from '../sources/unique-ids.ts'
import type { TaskOf } from './assign-tasks.ts'
import type { GeneratedItem } from './generated-source.ts'
import type { FoundAnswer, ImportRow } from './import-rows.ts'

/** What the items of a foreign file hold: conversations where no row has a text, else texts. */
export function fieldOfRows(rows: readonly ImportRow[]): Field {
  const chats = rows.every(row => row.text === undefined) && rows.some(row => row.chat !== undefined)
  return chats ? { id: 'chat', kind: 'chat', name: 'Conversation' } : { id: 'text', kind: 'text' }
}

export interface RowItems {
  readonly items: readonly GeneratedItem[]
  /** The rows, each with the id of its item. Rows without a text are left out. */
  readonly rows: readonly ImportRow[]
  readonly problems: readonly Problem[]
}

/**
 * The items of a foreign file. Rows of one id and text are one item, as in the export of several annotators; so are
 * rows of the same text, no id and different annotators.
 */
export function itemsOfRows(rows: readonly ImportRow[], field: Field): RowItems {
  const problems: Problem[] = []
  const drafts = new Map<string, ItemDraft & { readonly row: ImportRow }>()
  const keyed: { readonly row: ImportRow; readonly key: string }[] = []
  const turns = new Map<string, number>()
  for (const row of rows) {
    const content = field.kind === 'chat' ? row.chat : row.text
    if (content === undefined) {
      const what = field.kind === 'chat' ? 'conversation' : 'text'
      problems.push({ line: row.line, message: `There is no ${what} in this row. It was left out.` })
      continue
    }
    const literal = row.id ?? row.path
    const same = JSON.stringify([literal ?? null, content])
    const turn = literal === undefined ? (turns.get(same + (row.annotator ?? '')) ?? 0) : 0
    turns.set(same + (row.annotator ?? ''), turn + 1)
    const key = `${turn} ${same}`
    keyed.push({ row, key })
    if (drafts.has(key)) continue
    const fields = { [field.id]: content }
    const id = literal ?? contentId(fields)
    const item = { id, source: '', fingerprint: fingerprintOf(fields), fields, meta: { ...row.meta } }
    drafts.set(key, { item, literalId: literal !== undefined, line: row.line, row })
  }
  const unique = uniqueIds([...drafts.values()])
  const idOf = new Map([...drafts.keys()].map((key, place) => [key, unique.items[place]?.id ?? '']))
  const items = [...drafts.values()].map(({ row, item }, place) => ({
    id: unique.items[place]?.id ?? item.id,
    fields: item.fields,
    meta: item.meta,
    ...(row.tokens === undefined
      ? {}
      : { tokens: row.tokens.map(([start, end]): [number, number] => [start, end]) })
  }))
  return {
    items,
    rows: keyed.map(({ row, key }) => ({ ...row, id: idOf.get(key), path: undefined })),
    problems: [...problems, ...unique.problems.map(({ file: _, ...problem }) => problem)]
  }
}

/** A task for every question of the file, with the labels it mentions. */
export function tasksOfRows(
  rows: readonly ImportRow[],
  fieldId: string
): {
  readonly tasks: readonly Task[]
  readonly taskOf: TaskOf
} {
  const tasks: Task[] = []
  const ids = new Set<string>()
  const assigned = new Map<string, string>()
  const answers = byQuestion(rows)
  for (const labeler of labelers) {
    for (const [key, found] of answers) {
      const [first] = found
      if (first === undefined || first.labeler !== labeler) continue
      const id = idFor(first.name, ids)
      ids.add(id)
      assigned.set(key, id)
      const config = first.importer.configFor(
        found.map(one => one.value),
        labeler.defaultConfig
      )
      tasks.push({
        id,
        title: first.name.charAt(0).toUpperCase() + first.name.slice(1),
        labeler: labeler.id,
        labelerVersion: labeler.version,
        field: fieldId,
        config: labeler.withLabels(config, [...new Set(found.flatMap(one => one.labels))]).config
      })
    }
  }
  return { tasks, taskOf: answer => assigned.get(keyOf(answer)) }
}

function byQuestion(rows: readonly ImportRow[]): ReadonlyMap<string, readonly FoundAnswer[]> {
  const groups = new Map<string, FoundAnswer[]>()
  for (const answer of rows.flatMap(row => row.answers)) {
    const group = groups.get(keyOf(answer))
    if (group === undefined) groups.set(keyOf(answer), [answer])
    else group.push(answer)
  }
  return groups
}

const keyOf = (answer: FoundAnswer) => JSON.stringify([answer.labeler.id, answer.name])
