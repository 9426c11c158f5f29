import { table } from '../runtime/table.ts'
import type { LaneResult } from './lane.ts'

export interface LaneReport {
  readonly name: string
  readonly seconds: number
  readonly result: LaneResult
}

/** The table of lanes and, as the last line, the totals. A lane that must run and did not counts as one failure. */
export function summary(
  reports: readonly LaneReport[],
  allMustRun: boolean
): { text: string; failed: number } {
  let passed = 0
  let failed = 0
  let skipped = 0
  const rows = reports.map(({ name, seconds, result }) => {
    if (result.kind === 'not run') {
      if (allMustRun) failed += 1
      return [name, '', `not run: ${result.why}`]
    }
    passed += result.passed
    failed += result.failed
    skipped += result.skipped
    return [name, `${seconds.toFixed(1)} s`, said(result)]
  })
  const totals = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])]
  return { text: `${table([['lane', 'time', 'result'], ...rows])}\n\n${totals.join(', ')}`, failed }
}

function said({ passed, failed, skipped }: Extract<LaneResult, { kind: 'ran' }>): string {
  if (passed + failed + skipped === 0) return 'ok'
  const parts = [`${passed} passed`]
  if (failed > 0) parts.push(`${failed} FAILED`)
  if (skipped > 0) parts.push(`${skipped} skipped`)
  return parts.join(', ')
}
