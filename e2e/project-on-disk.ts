import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { annotatorFrom } from '../electron/main/annotator.ts'
import { labelSet } from '../schemas/label-set.ts'

export interface Written {
  readonly texts: readonly string[]
  readonly entities?: readonly string[]
  readonly moods?: readonly string[]
}

/** A project folder with entities and one choice, its rows called r1, r2, … */
export async function writeProject(folder: string, { texts, entities, moods }: Written): Promise<void> {
  const project = {
    goldset: 'project/1',
    id: 'words',
    name: 'Words',
    schemaVersion: 1,
    fields: [{ id: 'text', kind: 'text' }],
    sources: [{ path: 'data/words.jsonl', format: 'jsonl', columns: { text: 'text' }, idColumn: 'id' }],
    tasks: [
      {
        id: 'entities',
        title: 'Entities',
        labeler: 'text-entities',
        labelerVersion: 1,
        field: 'text',
        config: { labels: labelSet(entities ?? ['Person', 'Place']), granularity: 'word', overlap: 'any' }
      },
      {
        id: 'mood',
        title: 'Mood',
        labeler: 'choice',
        labelerVersion: 1,
        field: 'text',
        config: { labels: labelSet(moods ?? ['Good', 'Bad', 'Neither']), multiple: false }
      }
    ]
  }
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, 'goldset.json'), `${JSON.stringify(project, null, 2)}\n`)
  const rows = texts.map((text, index) => JSON.stringify({ id: `r${index + 1}`, text }))
  await writeFile(join(folder, 'data/words.jsonl'), `${rows.join('\n')}\n`)
}

/** A project of titles and bodies, with entities in both. */
export async function writePairs(
  folder: string,
  rows: readonly { readonly id: string; readonly title: string; readonly body: string }[]
): Promise<void> {
  const names = (field: string) => ({
    id: `in-${field}`,
    title: `Names in the ${field}`,
    labeler: 'text-entities',
    labelerVersion: 1,
    field,
    config: { labels: labelSet(['Person', 'Place']), granularity: 'word', overlap: 'any' }
  })
  const project = {
    goldset: 'project/1',
    id: 'pairs',
    name: 'Pairs',
    schemaVersion: 1,
    fields: ['title', 'body'].map(id => ({ id, kind: 'text' })),
    sources: [{ path: 'data/pairs.jsonl', format: 'jsonl', idColumn: 'id' }],
    tasks: [names('title'), names('body')]
  }
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, 'goldset.json'), `${JSON.stringify(project, null, 2)}\n`)
  await writeFile(join(folder, 'data/pairs.jsonl'), `${rows.map(row => JSON.stringify(row)).join('\n')}\n`)
}

export interface StoredLabel {
  readonly item: { readonly id: string }
  readonly status: string
  readonly revision: number
  readonly answers: Readonly<Record<string, unknown>>
}

/** The annotator the app takes for the person who runs the tests. */
export const me = annotatorFrom(userInfo().username)

/** Every label file of this person in a project, by item id. Fails on a file that is not whole. */
export async function labelsOnDisk(folder: string): Promise<Map<string, StoredLabel>> {
  const own = join(folder, 'labels', me)
  const names = await readdir(own, { recursive: true }).catch(() => [] as string[])
  const found = new Map<string, StoredLabel>()
  for (const name of names.filter(name => name.endsWith('.json'))) {
    const label = JSON.parse(await readFile(join(own, name), 'utf8')) as StoredLabel
    found.set(label.item.id, label)
  }
  return found
}
