import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe as suite, expect, it } from 'vitest'
import type { Project } from '../schemas/project.ts'
import { describe } from '../schemas/schema.ts'
import { diskFiles } from './disk-files.ts'
import { memoryFiles } from './memory-files.ts'
import { createProjectFile, readProject, writeProject } from './project-file.ts'

const project: Project = {
  goldset: 'project/1',
  id: 'p',
  name: 'Ünïcode',
  schemaVersion: 1,
  fields: [{ id: 'text', kind: 'text' }],
  sources: [],
  tasks: []
}
const scratch = mkdtempSync(join(tmpdir(), 'goldset-project-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'written',
    (error: unknown) => (error as Error).message
  )

suite('goldset.json', () => {
  it('reads what was written, unknown fields too', async () => {
    const files = memoryFiles()
    const extended = { ...project, later: { deep: [1, null, 'x'] } }
    await createProjectFile(files, '/p', extended)
    await writeProject(files, '/p', { ...extended, name: 'two' })
    expect(await readProject(files, '/p')).toEqual({
      ok: true,
      value: { project: { ...extended, name: 'two' } }
    })
  })

  it('keeps the generation before', async () => {
    const files = memoryFiles()
    await createProjectFile(files, '/p', project)
    await writeProject(files, '/p', { ...project, name: 'two' })
    const kept = JSON.parse(text(files.snapshot().get('/p/.goldset/history/goldset.json'))) as Project
    expect([kept, text(files.snapshot().get('/p/.goldset/.gitignore'))]).toEqual([project, '*\n'])
  })

  it('is never made over one that is there', async () => {
    const files = memoryFiles({ '/p/goldset.json': '' })
    expect([
      await outcome(createProjectFile(files, '/p', project)),
      text(await files.read('/p/goldset.json'))
    ]).toEqual(['"/p/goldset.json" exists already.', ''])
  })

  it('opens a newer format read-only, and does not save over it', async () => {
    const newer = JSON.stringify({ ...project, goldset: 'project/2' })
    const strange = '{"goldset":"project/3","shape":"other"}'
    const files = memoryFiles({ '/a/goldset.json': newer, '/b/goldset.json': strange })
    const [a, b] = [await readProject(files, '/a'), await readProject(files, '/b')]
    expect([
      a.ok && a.value.project.name,
      a.ok && a.value.readOnly,
      b.ok ? '' : b.problems.map(describe),
      await outcome(writeProject(files, '/a', project)),
      text(await files.read('/a/goldset.json')) === newer
    ]).toEqual([
      'Ünïcode',
      'This was written by a newer version of Goldset (project/2). It can be read and not changed; update Goldset to work on it.',
      [
        'goldset.json: This project was made by a newer version of Goldset (project/3), and this version cannot read it. Update Goldset to open it.'
      ],
      'goldset.json: This was written by a newer version of Goldset (project/2). It can be read and not changed; update Goldset to work on it.',
      true
    ])
  })

  it('does not save one project over another', async () => {
    const files = memoryFiles()
    await createProjectFile(files, '/p', project)
    expect(await outcome(writeProject(files, '/p', { ...project, id: 'q' }))).toContain('another project')
  })

  it('is an error when missing or damaged, truncated at any byte, and stays as it is', async () => {
    const whole = JSON.stringify(project, null, 2) + '\n'
    const bytes = new TextEncoder().encode(whole)
    const contents: Uint8Array[] = ['null', '0', 'false', '[]', '{}', '\0\0', '\ufeff'].map(content =>
      new TextEncoder().encode(content)
    )
    for (let length = 0; length < bytes.length - 1; length++) contents.push(bytes.slice(0, length))
    const wrong: string[] = []
    for (const content of contents) {
      const files = memoryFiles({ '/p/goldset.json': content })
      const read = await readProject(files, '/p')
      const write = await outcome(writeProject(files, '/p', project))
      const kept = await files.read('/p/goldset.json')
      if (read.ok || write === 'written' || Buffer.compare(kept, content) !== 0) wrong.push(text(content))
    }
    expect([contents.length > 150, wrong]).toEqual([true, []])
  })

  it('says apart a folder that is gone, one without a project, a folder in its place and a link to nothing', async () => {
    const files = diskFiles()
    for (const name of ['empty', 'folder', 'link']) mkdirSync(join(scratch, name))
    mkdirSync(join(scratch, 'folder/goldset.json'))
    symlinkSync('/nowhere/goldset.json', join(scratch, 'link/goldset.json'))
    writeFileSync(join(scratch, 'a-file'), '')
    const sentences = []
    for (const name of ['gone', 'empty', 'folder', 'link', 'a-file']) {
      const root = join(scratch, name)
      const read = await readProject(files, root)
      sentences.push(
        read.ok ? 'opened' : read.problems.map(problem => describe(problem).replaceAll(scratch, '')).join()
      )
      if ((await outcome(writeProject(files, root, project))) === 'written') sentences.push('WRITTEN')
    }
    expect(sentences).toEqual([
      'goldset.json: The folder "/gone" is not there. If it is on a drive or a share, connect it and open the project again.',
      'goldset.json: There is no project in "/empty": it has no goldset.json.',
      'goldset.json: "/folder/goldset.json" is not a file.',
      'goldset.json: "/link/goldset.json" is a link to something that is not there.',
      'goldset.json: There is no project in "/a-file": it has no goldset.json.'
    ])
  })
})
