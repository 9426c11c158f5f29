import { expect, test } from 'vitest'
import { startArguments } from './start-arguments.ts'

test('the folder is the first word of the person, wherever switches stand', () => {
  expect([
    startArguments(['electron', '/app'], 2, '/home/ana'),
    startArguments(['electron', '--no-sandbox', '/app', '--user-data-dir=/x', 'my project'], 2, '/home/ana'),
    startArguments(['Goldset', '/data/p', '--first-run-sample'], 1, '/home/ana')
  ]).toEqual([
    { firstRunSample: false },
    { firstRunSample: false, folder: '/home/ana/my project' },
    { firstRunSample: true, folder: '/data/p' }
  ])
})
