import fs from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { diskFiles } from '../../project/disk-files.ts'
import { indexItems } from '../../project/items/index-items.ts'
import { openLabelIndex } from '../../project/label-index/open-label-index.ts'
import { labelPlace } from '../../project/label-files.ts'
import { labelStore } from '../../project/label-store.ts'
import { takeLock } from '../../project/lock.ts'
import { readProject } from '../../project/project-file.ts'
import { draftOf, itemOf, paddedDraft } from './samples.ts'

/** Programs that a lane starts, watches and kills. They say what they did with one line on stdout, at once. */
const say = (line: string) => fs.writeSync(1, `${line}\n`)
const [, , mode = '', folder = '', count = '0', size = '1000'] = process.argv

const store = () => labelStore(diskFiles(), folder)

async function save(id: string, bytes: number): Promise<string> {
  const labels = store()
  const item = itemOf(id)
  const found = await labels.read('ana', item)
  const revision = found.kind === 'label' ? found.label.revision : 0
  const saved = await labels.save(paddedDraft(item, revision, bytes))
  return saved.ok ? `ok ${saved.value.revision}` : `no ${saved.problems.map(each => each.message).join(' ')}`
}

/** What a program does that never heard of fsync. */
function rename(path: string, text: string, sync: 'nothing' | 'file' | 'folder first'): void {
  fs.mkdirSync(join(path, '..'), { recursive: true })
  const syncFolder = () => {
    const fd = fs.openSync(join(path, '..'), 'r')
    fs.fsyncSync(fd)
    fs.closeSync(fd)
  }
  const fd = fs.openSync(`${path}.tmp`, 'w')
  fs.writeSync(fd, Buffer.from(text), 0, text.length, 0)
  if (sync !== 'nothing') fs.fsyncSync(fd)
  fs.closeSync(fd)
  if (sync === 'folder first') syncFolder()
  fs.renameSync(`${path}.tmp`, path)
}

switch (mode) {
  case 'index': {
    const read = await readProject(diskFiles(), folder)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const items = await indexItems(diskFiles(), folder, read.value.project, { small: 0, keep: true })
    say('started')
    await items.whole
    say('whole')
    break
  }
  case 'label index for ever': {
    const read = await readProject(diskFiles(), folder)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const labels = store()
    for (let n = Number(count); ;) {
      const index = await openLabelIndex(diskFiles(), folder, read.value.project, { writable: true })
      say(`opened ${[...index.summaries()].length}`)
      for (let saves = 0; saves < 6; saves++, n++) {
        const item = itemOf(`item-${n % 200}`)
        const found = await labels.read('ana', item)
        const saved = await labels.save(
          draftOf(item, { revision: found.kind === 'label' ? found.label.revision : 0 })
        )
        if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
        index.put('ana', item.id, saved.value)
      }
      await index.close()
      say(`kept ${n}`)
    }
  }
  case 'save for ever': {
    const labels = store()
    const item = itemOf('one')
    const found = await labels.read('ana', item)
    let revision = found.kind === 'label' ? found.label.revision : 0
    for (;;) {
      const saved = await labels.save(paddedDraft(item, revision, Number(size)))
      if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
      revision = saved.value.revision
      say(String(revision))
    }
  }
  case 'write for ever': {
    const path = join(folder, 'plain.json')
    for (let n = 1; ; n++) {
      await fs.promises.writeFile(path, JSON.stringify({ n, padding: 'x'.repeat(Number(size)) }))
      say(String(n))
    }
  }
  case 'save many':
    for (let n = 0; n < Number(count); n++) {
      const id = `item-${n % 40}`
      const outcome = await save(id, Number(size))
      if (!outcome.startsWith('ok')) throw new Error(outcome)
      say(`ack ${join(folder, labelPlace('ana', itemOf(id).id))}`)
    }
    break
  case 'rename many nothing':
  case 'rename many file':
  case 'rename many folder first':
    for (let n = 0; n < Number(count); n++) {
      const path = join(folder, labelPlace('ana', `item-${n % 40}`))
      rename(path, JSON.stringify({ n }), mode.replace('rename many ', '') as 'nothing')
      say(`ack ${path}`)
    }
    break
  case 'save until two are confirmed': {
    const labels = store()
    const item = itemOf('one')
    const before = await labels.read('ana', item)
    let revision = before.kind === 'label' ? before.label.revision : 0
    say(`at ${revision}`)
    for (let tries = 0, confirmed = 0; confirmed < 2 && tries < 6; tries++) {
      const saved = await labels.save(paddedDraft(item, revision, Number(size)))
      if (saved.ok) confirmed++
      if (saved.ok) revision = saved.value.revision
      // With other eyes: what a program that starts now would find.
      const found = await store().read('ana', item)
      const onDisk = found.kind === 'label' ? found.label.revision : found.kind === 'none' ? 0 : -1
      say(
        `${saved.ok ? 'ok' : 'no'} ${revision} disk ${onDisk} ${saved.ok ? '' : saved.problems[0]?.message}`
      )
    }
    break
  }
  case 'take locks':
    for await (const root of createInterface({ input: process.stdin })) {
      const lock = await takeLock(diskFiles(), root)
      say(lock.kind)
    }
    break
  default:
    throw new Error(`There is no program "${mode}".`)
}
