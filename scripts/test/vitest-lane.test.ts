import { expect, test } from 'vitest'
import { counted } from './vitest-lane.ts'

const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
const file = (status: string, tests: number) => ({
  name: 'a.test.ts',
  status,
  assertionResults: Array<null>(tests)
})

test('passed, failed and skipped tests are counted', () => {
  expect(counted({ ...report, testResults: [file('failed', 11)] }, false)).toEqual({
    kind: 'ran',
    passed: 7,
    failed: 1,
    skipped: 3
  })
})

test('a file that cannot be loaded is a failure', () => {
  expect(counted({ ...report, testResults: [file('failed', 11), file('failed', 0)] }, false)).toMatchObject({
    failed: 2
  })
})

test('a run that ends badly without a failed test is a failure', () => {
  const clean = { ...report, numFailedTests: 0, testResults: [file('passed', 10)] }
  expect([counted(clean, true), counted(clean, false)]).toMatchObject([{ failed: 0 }, { failed: 1 }])
})

test('a lane without test files has not run', () => {
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  expect(counted(none, true)).toEqual({ kind: 'not run', why: 'it has no test files' })
})
