import { expect, it } from 'vitest'
import { readCopy, setCopyAside, takeCopy } from './conflict-copy.ts'
import { labelPlace } from './label-files.ts'
import { labelStore } from './label-store.ts'
import { memoryFiles } from './memory-files.ts'
import { openProject } from './open-project.ts'
import { draftOf, itemOf, tinyProject } from './test/label-samples.ts'

const item = itemOf('museum-1')
const place = labelPlace('ana', item.id)
const file = place.replace(/\.json$/, " (Ben's conflicted copy 2026-11-23).json")
const now = () => new Date('2026-11-23T22:00:00Z')

/** A project where a sync service left a copy, of revision 5 and skipped, beside revision 1. */
async function synced() {
  const files = memoryFiles({ '/p/goldset.json': JSON.stringify(tinyProject) })
  const saved = await labelStore(files, '/p').save(draftOf(item))
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  const theirs = `${JSON.stringify({ ...saved.value, revision: 5, status: 'skipped', extra: 'kept' }, null, 2)}\n`
  await files.write(`/p/${file}`, theirs)
  const opened = await openProject(files, '/p', { lock: true })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const text = async (path: string) => new TextDecoder().decode(await files.read(`/p/${path}`))
  return {
    files,
    copy: { open: opened.value, annotator: 'ana', item, file },
    mine: await text(place),
    theirs,
    text,
    /** Content of what is in quarantine, notes left out. */
    aside: () =>
      [...files.snapshot()]
        .filter(([path]) => path.includes('/quarantine/') && !path.endsWith('.why.json'))
        .map(([, bytes]) => new TextDecoder().decode(bytes))
        .sort()
  }
}

it('a conflict copy that is taken becomes the next revision, and nothing is lost', async () => {
  const { files, copy, mine, theirs, aside, text } = await synced()
  const taken = await takeCopy(copy, now)
  const label = JSON.parse(await text(place)) as Record<string, unknown>
  expect([
    taken.ok && taken.value.revision,
    [label['status'], label['revision'], label['extra']],
    await files.stat(`/p/${file}`),
    aside()
  ]).toEqual([6, ['skipped', 6, 'kept'], undefined, [mine, theirs].sort()])
})

it('a conflict copy that is set aside leaves the label file as it is', async () => {
  const { files, copy, mine, theirs, aside, text } = await synced()
  const set = await setCopyAside(copy, now)
  expect([
    set.ok && set.value.replace(/[0-9a-f]{8}\.json$/, 'x.json'),
    await text(place),
    await files.stat(`/p/${file}`),
    aside()
  ]).toEqual([
    '.goldset/quarantine/ana-museum-1-3835d143d06b087d-Ben-s-conflicted-copy-2026-11-23-x.json',
    mine,
    undefined,
    [theirs]
  ])
})

it('a conflict copy heals an item whose own file was damaged', async () => {
  const { files, copy } = await synced()
  await files.write(`/p/${place}`, '{')
  const refused = await takeCopy(copy, now)
  await copy.open.labels.read('ana', item)
  const taken = await takeCopy(copy, now)
  const read = await labelStore(files, '/p').read('ana', item)
  expect([refused.ok, taken.ok, read.kind]).toEqual([false, true, 'label'])
})

it.each([
  ['the label file itself', place],
  ['a copy of another item', labelPlace('ana', 'b').replace(/\.json$/, ' (1).json')],
  ['a path out of the project', `../${file}`],
  ['a path with steps in it', file.replace('labels/ana/', 'labels/ben/../ana/')],
  ['a copy in the folder of somebody else', file.replace('labels/ana/', 'labels/ben/')]
])('nothing else can be taken or moved as a copy: %s', async (_what, other) => {
  const { files, copy } = await synced()
  const before = files.snapshot()
  const tried = { ...copy, file: other }
  const refused = [await readCopy(tried), await takeCopy(tried, now), await setCopyAside(tried, now)]
  expect([refused.map(each => each.ok), files.snapshot()]).toEqual([[false, false, false], before])
})

it('a copy that is damaged, or of somebody else’s labels, cannot be taken', async () => {
  const { files, copy, mine } = await synced()
  const said: string[] = []
  for (const content of ['{', mine.replace('"ana"', '"ben"')]) {
    await files.write(`/p/${file}`, content)
    const taken = await takeCopy(copy, now)
    said.push(taken.ok ? 'taken' : `${taken.problems[0]?.file === file} ${taken.problems[0]?.message}`)
  }
  expect(said).toEqual([
    'true It ends in the middle.',
    'true These are labels of "ben", in the folder of "ana".'
  ])
})
