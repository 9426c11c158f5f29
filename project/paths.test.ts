import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskFiles } from './disk-files.ts'
import { isInside, resolveInProject } from './paths.ts'
import { traversalVariants } from './test/traversal-variants.ts'

let base = ''
let root = ''
const files = diskFiles()

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'goldset-paths-')))
  root = join(base, 'proj')
  for (const folder of [
    'proj/data',
    'proj/data/%2e%2e',
    'proj-secret',
    'outside',
    'etc',
    'windows',
    'proj/data/Räume'
  ])
    await mkdir(join(base, folder), { recursive: true })
  for (const file of [
    'proj/data/a.txt',
    'proj/data/%2e%2e/a.txt',
    'proj/data/Räume/b c.txt',
    'proj-secret/key.txt',
    'outside/secret.txt',
    'secret.txt',
    'etc/passwd',
    'windows/win.ini'
  ])
    await writeFile(join(base, file), 'x')
  await symlink('../../outside/secret.txt', join(root, 'data/link-file'))
  await symlink('../../outside', join(root, 'data/link-folder'))
  await symlink('../../proj-secret', join(root, 'data/link-sibling'))
  await symlink('/etc', join(root, 'data/link-absolute'))
  await symlink('link-folder', join(root, 'data/link-link'))
  await symlink('a.txt', join(root, 'data/link-inside'))
  await symlink('nowhere', join(root, 'data/link-dangling'))
})
afterAll(() => rm(base, { recursive: true, force: true }))

const outcome = async (relative: string) => {
  const result = await resolveInProject(files, root, relative)
  return result.ok ? `= ${result.value.slice(base.length + 1)}` : result.problems[0]?.message
}

describe('resolving a path of the project', () => {
  test('finds files and folders inside, links that stay inside too', async () => {
    const paths = ['.', 'data', 'data/a.txt', 'data/Räume/b c.txt', 'data/%2e%2e/a.txt', 'data/link-inside']
    expect(await Promise.all(paths.map(outcome))).toEqual([
      '= proj',
      '= proj/data',
      '= proj/data/a.txt',
      '= proj/data/Räume/b c.txt',
      '= proj/data/%2e%2e/a.txt',
      '= proj/data/a.txt'
    ])
  })

  test('says why it refuses', async () => {
    const paths = [
      '../secret.txt',
      '/etc/passwd',
      'data//a.txt',
      'data\\a.txt',
      'C:/a',
      'a\u0000b',
      'data/a.txt.',
      'NUL.txt',
      '\uff0e\uff0e/secret.txt',
      'data/link-file',
      'data/link-folder/secret.txt',
      'data/link-sibling/key.txt',
      'data/link-link',
      'data/link-dangling',
      'data/none'
    ]
    expect(await Promise.all(paths.map(outcome))).toEqual([
      'This path may not hold "." or "..": it must stay in the project folder.',
      'This path must be relative to the project folder, without empty parts.',
      'This path must be relative to the project folder, without empty parts.',
      'This path holds a backslash. Write / between folders.',
      'This path holds a colon, which means a drive on Windows.',
      'This path holds a control character.',
      'A name in this path ends with a dot or a space, which Windows drops.',
      'A name in this path is reserved on Windows.',
      'This path may not hold "." or "..": it must stay in the project folder.',
      'This is a link that leads out of the project folder, and is not followed.',
      'This is a link that leads out of the project folder, and is not followed.',
      'This is a link that leads out of the project folder, and is not followed.',
      'This is a link that leads out of the project folder, and is not followed.',
      'There is no such file in the project folder.',
      'There is no such file in the project folder.'
    ])
  })

  test('lets none of more than 10,000 ways out of the folder through', async () => {
    const variants = traversalVariants()
    const links = ['link-file', 'link-folder', 'link-sibling', 'link-absolute', 'link-link'].flatMap(link =>
      ['', '/', '/passwd', '/secret.txt', '/key.txt', '/../proj-secret/key.txt'].map(
        rest => `data/${link}${rest}`
      )
    )
    const out: string[] = []
    for (const variant of [...variants, ...links]) {
      const result = await resolveInProject(files, root, variant)
      if (result.ok && !isInside(root, result.value)) out.push(variant)
    }
    expect({
      enough: variants.length >= 10_000,
      once: new Set(variants).size === variants.length,
      out
    }).toEqual({
      enough: true,
      once: true,
      out: []
    })
  })

  test('tells a folder from its sibling with the same beginning', () => {
    expect([
      isInside('/a/b', '/a/b'),
      isInside('/a/b', '/a/b/c'),
      isInside('/a/b', '/a/b-secret'),
      isInside('/', '/a')
    ]).toEqual([true, true, false, true])
  })
})
