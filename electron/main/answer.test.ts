import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Files } from '../../project/files.ts'
import { type CallName, contract } from '../api/contract.ts'
import { callNames } from '../api/names.ts'
import { answer } from './answer.ts'
import { handlers } from './handlers.ts'
import { RefusedInput } from './parse-input.ts'
import { memoryDesktop } from './test/memory-desktop.ts'
import { reviews } from './test/reviews.ts'

/** Values a hostile page might send where a field of ours is expected. */
const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '/p',
    '/p/../etc',
    '/etc/passwd',
    '/elsewhere/notes.txt',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '\0',
    '<script>',
    'r1',
    'fresh'
  ),
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom(NaN, Infinity, -0, 1e21, null, true, [], {}),
  fc.array(fc.constantFrom('draft', 'todo', '/p', 0, 1, 1e9), { maxLength: 4 })
)
const state = { status: 'draft', answers: {}, comments: [], unsure: false }
const settings = { annotator: 'ana', theme: 'dark', keys: {} }
const exporting = { format: 'csv', status: 'all' }

/** Every path whose content or folder is asked for from now on. */
function pathsRead(files: Files): ReadonlySet<string> {
  const paths = new Set<string>()
  for (const method of ['read', 'readRange', 'stream', 'list'] as const) {
    const original = files[method].bind(files) as (path: string, ...rest: number[]) => unknown
    Object.assign(files, {
      [method]: (path: string, ...rest: number[]) => {
        paths.add(path)
        return original(path, ...rest)
      }
    })
  }
  return paths
}

/** One input of each call that the contract takes. */
const valid: Readonly<Record<CallName, object>> = {
  'app.info': {},
  'app.ping': {},
  'settings.save': settings,
  'folder.pick': { title: 'Where' },
  'files.pick': { title: 'Which' },
  'path.inspect': { paths: ['/elsewhere'] },
  'source.relink': { source: 'data/a.csv', to: '/picked/a.csv' },
  'project.create': {
    folder: '/picked/new',
    name: 'New',
    template: 'entities',
    paths: ['/p/data/reviews.csv']
  },
  'project.open': { folder: '/p' },
  'project.close': {},
  'recent.remove': { folder: '/p' },
  'sample.open': { id: 'x' },
  'queue.find': {
    search: 1,
    view: {
      filter: {
        text: 'kettle',
        statuses: ['todo'],
        annotators: ['ana'],
        labels: [{ task: 'mood', label: 'good' }],
        marks: ['unsure']
      },
      order: { by: 'shuffle', seed: 7 }
    }
  },
  'index.look': {},
  'index.stop': {},
  'index.goOn': {},
  'queue.stop': {},
  'queue.choices': { annotators: [] },
  'queue.lookUp': { text: 'kettle' },
  'queue.rows': { positions: [0, 1, 7] },
  'queue.nextTodo': { from: -1, direction: 1 },
  'item.open': { position: 0 },
  'item.recover': { position: 0, how: 'fresh' },
  'copy.resolve': { position: 0, file: 'labels/ana/38/x (1).json', how: 'aside' },
  'problem.list': {},
  'label.save': { position: 0, id: 'r1', revision: 0, state, activeMs: 5 },
  'stats.read': { lookAgain: true },
  'format.list': {},
  'export.preview': exporting,
  'export.run': { ...exporting, out: '/picked' },
  'import.run': { path: '/elsewhere/notes.txt', format: 'doccano', dryRun: false },
  'rescue.save': { states: [{ id: 'r1', state }] },
  'folder.reveal': { which: 'project' },
  'sound.open': { sound: 1, path: 'data/a.wav' },
  'sound.peaks': { sound: 1, from: 0, to: 1, columns: 10 },
  'sound.samples': { sound: 1, from: 0, to: 1, sampleRate: 8000 },
  'sound.speech': {
    sound: 1,
    settings: { sensitivity: 0.5, minSpeech: 0.1, minSilence: 0.2, padding: 0 }
  },
  'sound.close': { sound: 1 },
  'sound.decoded': { job: 1, samples: [new Float32Array(1)] },
  'window.closeNow': {}
}

const keys = [
  'folder',
  'paths',
  'path',
  'position',
  'positions',
  'id',
  'state',
  'format',
  'out',
  'text',
  '__proto__'
]
const asked = fc.constantFrom(...callNames).chain(name =>
  fc.tuple(
    fc.constant(name),
    fc.oneof(
      hostile,
      fc.dictionary(fc.constantFrom(...keys), hostile, { maxKeys: 6 }),
      fc.constant(valid[name]),
      // One thing wrong, or one thing too many.
      fc
        .tuple(fc.constantFrom(...Object.keys(valid[name]), ...keys), hostile)
        .map(([key, value]) => Object.fromEntries([...Object.entries(valid[name]), [key, value]]))
    )
  )
)

test(
  '10,000 payloads over every call are each refused or answered, and nothing outside what the person gave is read or written',
  { timeout: 120_000 },
  async () => {
    const secret = { '/etc/passwd': 'root', '/elsewhere/notes.txt': 'mine' }
    const desktop = await memoryDesktop({ ...reviews('/p'), ...secret }, { samplesTo: '/home/ana/samples' })
    desktop.session.grants.give('/p')
    const calls = handlers(desktop)
    const read = pathsRead(desktop.files)
    const project = new TextDecoder().decode(await desktop.files.read('/p/goldset.json'))
    const outcomes = { refused: 0, answered: 0 }
    await fc.assert(
      fc.asyncProperty(asked, async ([name, input]) => {
        if (desktop.session.current === null) await calls['project.open']({ folder: '/p' })
        // As it arrives: structured clone keeps own keys such as __proto__, and no prototypes.
        const sent: unknown = structuredClone(input)
        try {
          const result = await answer(calls, name, sent)
          expect(structuredClone(result)).toEqual(result)
          outcomes.answered++
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedInput)
          outcomes.refused++
        }
      }),
      { numRuns: 10_000 }
    )
    const disk = desktop.files.snapshot()
    const kept = Object.keys(secret).map(path => [path, new TextDecoder().decode(disk.get(path))])
    const strange = (path: string) => !/^\/(p|picked|app\/sample-data|home\/ana)(\/|$)/.test(path)
    expect({
      both: outcomes.refused > 1000 && outcomes.answered > 1000,
      kept,
      written: [...disk.keys()].filter(path => strange(path) && !(path in secret)),
      read: [...read].filter(strange),
      project: new TextDecoder().decode(await desktop.files.read('/p/goldset.json')),
      polluted: Object.keys(Object.prototype)
    }).toEqual({ both: true, kept: Object.entries(secret), written: [], read: [], project, polluted: [] })
  }
)

test('every call of the contract has a name for preload', () => {
  expect([...callNames].sort()).toEqual(Object.keys(contract).sort())
})
