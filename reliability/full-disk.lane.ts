import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskFiles } from '../project/disk-files.ts'
import { labelPlace } from '../project/label-files.ts'
import { labelStore } from '../project/label-store.ts'
import { createProjectFile, readProject, writeProject } from '../project/project-file.ts'
import { isWhole, itemOf, paddedDraft, tinyProject } from './worker/samples.ts'
import { bench, type Bench, tempsIn } from './worker/start.ts'

/*
 * A disk with room for nothing, for one page, for two … until the save fits: the old bytes stay, the sentence says that
 * the disk is full, nothing is left behind, and the next save works once there is room, in the same process.
 */

const PAGE = 4096
const padding = 60_000

describe('a full disk', () => {
  let lane: Bench
  let disk = ''
  let why: string | undefined
  beforeAll(async () => {
    lane = await bench()
    disk = join(lane.folder, 'disk')
    mkdirSync(disk)
    const root = process.platform === 'linux' && process.getuid?.() === 0
    const mounted = root ? spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]) : undefined
    if (mounted === undefined) why = 'mounting a small disk needs root on Linux'
    else if (mounted.status !== 0) why = `a small disk could not be mounted: ${String(mounted.stderr)}`
    if (why !== undefined) console.log(`not run: ${why}`)
  })
  afterAll(async () => {
    if (why === undefined) execFileSync('umount', [disk])
    await lane.close()
  })

  const free = () => statfsSync(disk).bavail * PAGE
  const filler = () => join(disk, 'filler')
  const leave = (pages: number) => {
    rmSync(filler(), { force: true })
    const size = free() - pages * PAGE
    writeFileSync(filler(), Buffer.alloc(size))
    truncateSync(filler(), size)
    if (free() !== pages * PAGE) throw new Error(`${free()} bytes are free instead of ${pages * PAGE}`)
  }
  const pages = Array.from({ length: Math.ceil((padding + 2000) / PAGE) + 16 }, (_, index) => index)

  it('refuses a save of labels and keeps what was there, at every size', async ctx => {
    if (why !== undefined) return ctx.skip(why)
    const root = join(disk, 'labels-project')
    const files = diskFiles()
    await createProjectFile(files, root, tinyProject)
    const labels = labelStore(files, root)
    const path = join(root, labelPlace('ana', 'one'))
    const wrong: string[] = []
    let refused = 0
    let revision = 0
    await labels.save(paddedDraft(itemOf('one'), revision++, padding))
    for (const count of pages) {
      const before = readFileSync(path)
      leave(count)
      const draft = paddedDraft(itemOf('one'), revision, padding)
      const saved = await labels.save(draft)
      const left = await tempsIn(root)
      if (left.length > 0) wrong.push(`${count} pages: left ${left.join()}`)
      if (!saved.ok) {
        refused++
        const sentence = saved.problems[0]?.message ?? ''
        if (!sentence.startsWith('The disk is full.')) wrong.push(`${count} pages: said "${sentence}"`)
        if (!readFileSync(path).equals(before)) wrong.push(`${count} pages: the old file was changed`)
        rmSync(filler())
        const again = await labels.save(draft)
        if (!again.ok) wrong.push(`${count} pages: the next save said ${again.problems[0]?.message}`)
      }
      revision++
      const found = await labels.read('ana', itemOf('one'))
      const label = found.kind === 'label' ? found.label : undefined
      if (label?.revision !== revision || !isWhole(label.answers['padding'], revision))
        wrong.push(`${count} pages: the file is not the one that was saved`)
    }
    console.log(`full disk: ${pages.length} sizes, ${refused} refused, ${wrong.length} wrong`)
    expect([wrong, refused > 10, refused < pages.length]).toEqual([[], true, true])
  })

  it('leaves nothing of a first save, and nothing of a project file, that did not fit', async ctx => {
    if (why !== undefined) return ctx.skip(why)
    const files = diskFiles()
    const wrong: string[] = []
    const large = { ...tinyProject, notes: 'n'.repeat(padding) }
    for (const count of pages) {
      rmSync(filler(), { force: true })
      const root = join(disk, `first-${count}`)
      await createProjectFile(files, root, { ...large, name: 'old' })
      const labels = labelStore(files, root)
      leave(count)
      const renamed = await writeProject(files, root, { ...large, name: 'new' }).catch(
        (error: Error) => error.message
      )
      const saved = await labels.save(paddedDraft(itemOf('one'), 0, padding))
      const project = await readProject(files, root)
      const found = await labels.read('ana', itemOf('one'))
      const name = project.ok ? project.value.project.name : 'damaged'
      if (name !== (renamed === undefined ? 'new' : 'old'))
        wrong.push(`${count} pages: the project is ${name}`)
      if (renamed !== undefined && !renamed.startsWith('The disk is full.')) wrong.push(renamed)
      if (found.kind !== (saved.ok ? 'label' : 'none'))
        wrong.push(`${count} pages: the label is ${found.kind}`)
      if ((await tempsIn(root)).length > 0) wrong.push(`${count} pages: left a temp file`)
      rmSync(filler())
      if (!saved.ok && !(await labels.save(paddedDraft(itemOf('one'), 0, padding))).ok)
        wrong.push(`${count} pages: the next save did not work`)
      rmSync(root, { recursive: true })
    }
    expect(wrong).toEqual([])
  })

  it('destroys what a plain write was to replace: the lane sees damage', ctx => {
    if (why !== undefined) return ctx.skip(why)
    const path = join(disk, 'plain')
    rmSync(filler(), { force: true })
    writeFileSync(path, 'o'.repeat(padding))
    rmSync(filler(), { force: true })
    leave(0)
    expect(() => writeFileSync(path, 'n'.repeat(padding * 2))).toThrow('ENOSPC')
    expect(readFileSync(path, 'utf8')).not.toBe('o'.repeat(padding))
  })
})
