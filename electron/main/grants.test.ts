import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskFiles } from '../../project/disk-files.ts'
import { Grants } from './grants.ts'

let base: string
const at = (...parts: string[]) => join(base, ...parts)

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'goldset-grants-')))
  for (const folder of ['given/deep', 'given-not', 'other', 'shelf'])
    await mkdir(at(folder), { recursive: true })
  for (const file of [
    'given/deep/a.csv',
    'given-not/b.csv',
    'other/secret.txt',
    'shelf/c.csv',
    'shelf/d.csv'
  ])
    await writeFile(at(file), 'x')
  await symlink(at('other'), at('given/out'))
  await symlink(at('given'), at('way-in'))
  await symlink(at('other/new'), at('shelf/nowhere'))
})
afterAll(() => rm(base, { recursive: true, force: true }))

async function sorted(
  paths: readonly string[],
  ask: (path: string) => Promise<{ ok: boolean }>
): Promise<{ yes: readonly string[]; no: readonly string[] }> {
  const yes: string[] = []
  const no: string[] = []
  for (const path of paths) ((await ask(path)).ok ? yes : no).push(path)
  return { yes, no }
}

test('what was given, and what lies inside it, may be spoken of; nothing else, by whatever way', async () => {
  const grants = new Grants(diskFiles())
  grants.give(at('given'), at('shelf/c.csv'))
  const yes = ['given', 'given/', 'given/deep/a.csv', 'given/not-there/yet', 'way-in/deep', 'shelf/c.csv']
  const no = [
    'given-not/b.csv',
    'other/secret.txt',
    'given/out/secret.txt',
    'shelf',
    'shelf/d.csv',
    'shelf/nowhere'
  ]
  const more = [`${base}/given/../other/secret.txt`, base, '/', 'given', '\0']
  const asked = [...[...yes, ...no].map(path => `${base}/${path}`), ...more]
  expect(await sorted(asked, path => grants.allow([path]))).toEqual({
    yes: yes.map(path => `${base}/${path}`),
    no: [...no.map(path => `${base}/${path}`), ...more]
  })
})

test('beside a file that was given only a folder that is not there yet may be made, and it counts as given then', async () => {
  const grants = new Grants(diskFiles())
  grants.give(at('shelf/c.csv'), at('given'))
  const asked = [
    at('shelf/c-goldset'),
    at('shelf'),
    at('shelf/d.csv'),
    at('shelf/nowhere'),
    at('new'),
    at('shelf/x/y')
  ]
  const made = await sorted(asked, folder => grants.allowNew(folder))
  expect({ made, then: (await grants.allow([at('shelf/c-goldset')])).ok }).toEqual({
    made: { yes: [at('shelf/c-goldset')], no: asked.slice(1) },
    then: true
  })
})

test('a path is answered in its plain form, so that going through a link and up again leads nowhere else', async () => {
  const grants = new Grants(diskFiles())
  grants.give(at('given'))
  expect(await grants.allow([`${base}/given/out/../deep//a.csv`, `${base}/given/`])).toEqual({
    ok: true,
    value: [at('given/deep/a.csv'), at('given')]
  })
})

test('one path that was not given refuses them all, with what the person can do', async () => {
  const grants = new Grants(diskFiles())
  grants.give(at('given'))
  expect(await grants.allow([at('given/deep/a.csv'), at('other/secret.txt')])).toEqual({
    ok: false,
    problems: [
      { file: at('other/secret.txt'), message: 'Choose the folder with the button or drop it on the window.' }
    ]
  })
})
