import { expect, test } from 'vitest'
import { startArguments } from './start-arguments.ts'

test('the folder is the first word of the person, wherever switches stand', () => {
  expect([
    startArguments(['electron', '/app'], 2, '/home/ana'),
    startArguments(['electron', '--no-sandbox', '/app', '--user-data-dir=/x', 'my project'], 2, '/home/ana'),
    startArguments(['Goldset', '/data/p', '--first-run-sample'], 1, '/home/ana'),
    startArguments(['Goldset', 'p/goldset.json'], 1, '/data'),
    startArguments(['Goldset', ''], 1, '/data')
  ]).toEqual([
    { firstRunSample: false },
    { firstRunSample: false, folder: '/home/ana/my project' },
    { firstRunSample: true, folder: '/data/p' },
    { firstRunSample: false, folder: '/data/p' },
    { firstRunSample: false }
  ])
})
