import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { out, root } from '../build/targets.ts'
import { type Command, succeeds, tool } from './command.ts'
import { type LaneResult, notRun } from './lane.ts'

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly unknown[]
  }[]
}

export interface VitestRun {
  readonly project: string
  readonly name?: string
  readonly args?: readonly string[]
  /** Puts what the lane needs around its command: a virtual screen, strace. */
  readonly around?: (command: Command) => Command
}

/** Runs one project of vitest.config.ts and counts its tests. */
export async function vitest({
  project,
  name = project,
  args = [],
  around = command => command
}: VitestRun): Promise<LaneResult> {
  const report = path.join(out, 'test', `${name}.json`)
  await mkdir(path.dirname(report), { recursive: true })
  await rm(report, { force: true })
  const command = tool(
    'vitest/vitest.mjs',
    'run',
    ...[
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`
    ],
    ...args
  )
  const ok = await succeeds(around(command))
  const text = await readFile(report, 'utf8').catch(() => undefined)
  if (text === undefined) return { kind: 'ran', passed: 0, failed: 1, skipped: 0 }
  return counted(JSON.parse(text) as VitestReport, ok)
}

/** A file that could not be loaded has no tests to fail, so it counts as one; so does a run that ended badly for any other reason. */
export function counted(report: VitestReport, ok: boolean): LaneResult {
  if (ok && report.testResults.length === 0) return notRun('it has no test files')
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0
  )
  for (const file of unloaded) console.error(`${path.relative(root, file.name)} could not be loaded.`)
  const failed = report.numFailedTests + unloaded.length
  return {
    kind: 'ran',
    passed: report.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests
  }
}
