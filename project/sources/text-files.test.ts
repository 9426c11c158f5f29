import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Project } from '../../schemas/project.ts'
import { describe } from '../../schemas/schema.ts'
import { diskFiles } from '../disk-files.ts'
import { indexItems } from '../items/index-items.ts'
import { itemsOf } from '../test/items-of.ts'

test('links in a folder of texts are listed and never followed, wherever they lead', async () => {
  const base = await mkdtemp(join(tmpdir(), 'goldset-links-'))
  try {
    await mkdir(join(base, 'p/data'), { recursive: true })
    await mkdir(join(base, 'secret'))
    await writeFile(join(base, 'secret/key.txt'), 'secret')
    await writeFile(join(base, 'p/data/a.txt'), 'a')
    await symlink('../../secret', join(base, 'p/data/folder'))
    await symlink('../../secret/key.txt', join(base, 'p/data/key.txt'))
    await symlink('a.txt', join(base, 'p/data/b.txt'))
    await symlink('.', join(base, 'p/data/loop'))
    await symlink('../secret', join(base, 'p/out'))
    const project: Project = {
      goldset: 'project/1',
      id: 'p',
      name: 'P',
      schemaVersion: 1,
      fields: [{ id: 'text', kind: 'text' }],
      tasks: [],
      sources: [
        { path: 'data', format: 'text-files' },
        { path: 'out', format: 'text-files' },
        { path: 'data/key.txt', format: 'text-files' }
      ]
    }
    const items = await indexItems(diskFiles(), join(base, 'p'), project)
    expect([(await itemsOf(items)).map(item => item.id), items.problems.map(describe)]).toEqual([
      ['data/a.txt'],
      [
        'data/b.txt: This is a link. Links are not followed.',
        'data/folder: This is a link. Links are not followed.',
        'data/key.txt: This is a link. Links are not followed.',
        'data/loop: This is a link. Links are not followed.',
        'out: This is a link that leads out of the project folder, and is not followed.',
        'data/key.txt: This is a link that leads out of the project folder, and is not followed.'
      ]
    ])
  } finally {
    await rm(base, { recursive: true, force: true })
  }
})
