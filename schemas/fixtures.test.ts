import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskFiles } from '../project/disk-files.ts'
import { openProject } from '../project/open-project.ts'
import { itemAt } from '../project/test/items-of.ts'
import type { LabelFile } from './label-file.ts'

const fixture = new URL('fixtures/v1/museum-notes/', import.meta.url)

/** A project as version 1 wrote it. It must open for ever: never renew these files, add a folder for a new version. */
describe('a project of version 1', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'goldset-fixture-'))
    cpSync(fixture, root, { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('opens with every item, task and label, and says nothing is wrong', async () => {
    const open = await openProject(diskFiles(), root, { lock: false })
    if (!open.ok) throw new Error(JSON.stringify(open.problems))
    const { project, items, labels, guidelines, problems, readOnly } = open.value
    const kinds = []
    for await (const { item } of items.items()) {
      for (const annotator of await labels.annotators()) {
        const read = await labels.read(annotator, item)
        const said =
          read.kind === 'label' ? `${read.label.status}, revision ${read.label.revision}` : read.kind
        if (read.kind !== 'none') kinds.push(`${annotator}, ${item.id}: ${said}`)
      }
    }
    const { id: third } = await itemAt(items, 2)
    await open.value.close()
    expect({
      name: project.name,
      count: items.count,
      guidelines: guidelines.split('\n')[0],
      problems,
      readOnly,
      kinds
    }).toEqual({
      name: 'Museum notes',
      count: 3,
      guidelines: '# Museum notes',
      problems: [],
      readOnly: undefined,
      kinds: [
        'ana, note-1: submitted, revision 1',
        'ana, Räume/2: draft, revision 1',
        `ben, ${third}: skipped, revision 1`
      ]
    })
  })

  it('keeps what this version does not know when an answer is saved', async () => {
    const open = await openProject(diskFiles(), root, { lock: true })
    if (!open.ok) throw new Error(JSON.stringify(open.problems))
    const item = await itemAt(open.value.items, 0)
    const read = await open.value.labels.read('ana', item)
    if (read.kind !== 'label') throw new Error(read.kind)
    const before = read.label
    const saved = await open.value.labels.save({
      item,
      annotator: 'ana',
      revision: before.revision,
      status: 'flagged',
      answers: { about: { chosen: ['people'] } },
      labelers: { about: 'choice/1' },
      comments: before.comments ?? [],
      unsure: true,
      activeMs: before.activeMs,
      schemaVersion: before.schemaVersion,
      guidelineVersion: before.guidelineVersion
    })
    await open.value.close()
    expect(saved.ok).toBe(true)
    const shard = readdirSync(join(root, 'labels/ana')).flatMap(name =>
      readdirSync(join(root, 'labels/ana', name)).map(file => join(root, 'labels/ana', name, file))
    )
    const file = shard.find(path => path.includes('note-1'))
    const after = JSON.parse(readFileSync(file ?? '', 'utf8')) as LabelFile & { somethingNewer: unknown }
    expect({
      newer: after.somethingNewer,
      entities: after.answers['entities'],
      mood: after.answers['mood'],
      mine: after.answers['about']
    }).toEqual({
      newer: { kept: true },
      entities: before.answers['entities'],
      mood: { from: 'a later version', numbers: [1, 2.5] },
      mine: { chosen: ['people'] }
    })
  })
})
