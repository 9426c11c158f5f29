import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { traversalVariants } from '../../../project/test/traversal-variants.ts'
import { PAGE_POLICY, WORKER_POLICY } from '../security/csp.ts'
import { appFiles } from './app-files.ts'

test('the window’s files are given by path with type and policy, everything else is not found', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'goldset-app-files-'))
  onTestFinished(() => rm(outside, { recursive: true, force: true }))
  const folder = join(outside, 'proj')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await mkdir(join(outside, 'proj-secret'))
  for (const name of [
    'proj/index.html',
    'proj/assets/a.js',
    'proj/assets/thumbnail-worker-B4.js',
    'proj/assets/font.woff2',
    'secret.txt',
    'proj-secret/secret.txt'
  ])
    await writeFile(join(outside, name), name)
  const answer = appFiles(folder)
  await writeFile(join(folder, 'later.js'), 'put there after the start')
  const headers = {
    'Content-Security-Policy': PAGE_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin'
  }
  const policyOf = (address: string) => answer(address).headers?.['Content-Security-Policy']
  const notFound = { error: -6 }
  const addresses = [
    'goldset://app/',
    'goldset://app/later.js',
    'goldset://other/index.html',
    'goldset-data://app/index.html'
  ]
  expect({
    page: answer('goldset://app/index.html?x#y'),
    script: answer('goldset://app/assets/a.js'),
    worker: policyOf('goldset://app/assets/thumbnail-worker-B4.js'),
    font: answer('goldset://app/assets/font.woff2'),
    else: addresses.map(answer),
    variants: traversalVariants().filter(variant => 'path' in answer(`goldset://app/${variant}`))
  }).toEqual({
    page: { path: join(folder, 'index.html'), mimeType: 'text/html', charset: 'utf-8', headers },
    script: { path: join(folder, 'assets/a.js'), mimeType: 'text/javascript', charset: 'utf-8', headers },
    worker: WORKER_POLICY,
    font: { path: join(folder, 'assets/font.woff2'), mimeType: 'font/woff2', headers },
    else: addresses.map(() => notFound),
    variants: []
  })
})
