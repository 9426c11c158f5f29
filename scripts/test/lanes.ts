import { rm } from 'node:fs/promises'
import { buildAll, buildIfStale } from '../build/build-all.ts'
import { onScreen } from '../runtime/linux.ts'
import { succeeds, tool } from './command.ts'
import { consumerLanes } from './consumers.ts'
import { electronProblem } from './electron-for-tests.ts'
import { checked, type Lane, type LaneResult, notRun } from './lane.ts'
import { networkLane, networkLogFile, straceProblem, watched } from './network.ts'
import { vitest, type VitestRun } from './vitest-lane.ts'

const conformance = 'labelers/conformance.test.ts'

/** Everything `npm test` runs, in this order. */
export const lanes: readonly Lane[] = [
  { name: 'typecheck', run: async () => checked(await typecheck()) },
  { name: 'lint', run: async () => checked(await lint()) },
  { name: 'unit', run: async () => vitest({ project: 'unit', args: ['--exclude', conformance] }) },
  {
    name: 'conformance',
    run: async () => vitest({ project: 'unit', name: 'conformance', args: [conformance] })
  },
  ...consumerLanes,
  { name: 'screens', run: async () => vitest({ project: 'screens' }) },
  { name: 'build', run: build },
  { name: 'e2e', run: e2e },
  { name: 'network', run: networkLane },
  { name: 'reliability', run: async () => onElectron({ project: 'reliability' }) },
  { name: 'package', run: packaged }
]

async function typecheck(): Promise<boolean> {
  const results = []
  for (const part of ['pure', 'node', 'web'])
    results.push(await succeeds(tool('typescript/bin/tsc', '-p', `tsconfig.${part}.json`)))
  return results.every(Boolean)
}

async function lint(): Promise<boolean> {
  const rules = await succeeds(tool('eslint/bin/eslint.js', '.'))
  const format = await succeeds(tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'))
  return rules && format
}

async function build(): Promise<LaneResult> {
  try {
    await buildAll()
    return checked(true)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return checked(false)
  }
}

/** On real Electron, once, with every connection it makes on record where strace can watch. */
async function e2e(): Promise<LaneResult> {
  await rm(networkLogFile, { force: true })
  return onElectron({
    project: 'e2e',
    around: straceProblem() ? command => command : command => watched(command)
  })
}

async function onElectron({ around = command => command, ...run }: VitestRun): Promise<LaneResult> {
  const problem = await electronProblem()
  if (problem) return notRun(problem)
  await buildIfStale()
  return vitest({ ...run, around: command => onScreen(around(command)) })
}

async function packaged(): Promise<LaneResult> {
  const problem = await electronProblem()
  if (problem) return notRun(problem)
  if (!(await succeeds(tool('tsx/dist/cli.mjs', 'scripts/package.ts')))) return checked(false)
  return vitest({ project: 'package', around: onScreen })
}
