import { expect, test } from 'vitest'
import { checked, notRun } from './lane.ts'
import { summary } from './summary.ts'

const reports = [
  { name: 'lint', seconds: 2, result: checked(true) },
  { name: 'unit', seconds: 12.34, result: { kind: 'ran', passed: 40, failed: 0, skipped: 2 } },
  { name: 'e2e', seconds: 0, result: notRun('there is no xvfb-run here') }
] as const

test('the last line adds up the lanes, and a lane that did not run says why', () => {
  expect(summary(reports, false)).toEqual({
    text: [
      'lane  time    result',
      'lint  2.0 s   ok',
      'unit  12.3 s  40 passed, 2 skipped',
      'e2e           not run: there is no xvfb-run here',
      '',
      '40 passed, 0 failed, 2 skipped'
    ].join('\n'),
    failed: 0
  })
})

test('where every lane must run, one that did not is a failure', () => {
  expect(summary(reports, true).text.split('\n').at(-1)).toBe('40 passed, 1 failed, 2 skipped')
})

test('a failed check without tests of its own is one failure', () => {
  expect(summary([{ name: 'lint', seconds: 1, result: checked(false) }], false)).toEqual({
    text: 'lane  time   result\nlint  1.0 s  0 passed, 1 FAILED\n\n0 passed, 1 failed',
    failed: 1
  })
})
