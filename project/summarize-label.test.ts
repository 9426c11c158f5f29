import { expect, it } from 'vitest'
import type { LabelFile } from '../schemas/label-file.ts'
import { summaryOf } from './summarize-label.ts'
import { sentimentTask } from './templates/sentiment.ts'
import { tinyProject } from './test/label-samples.ts'

const project = { ...tinyProject, tasks: [sentimentTask] }
const label: LabelFile = {
  goldset: 'label/1',
  item: { id: 'a', source: 'x.csv', fingerprint: '' },
  annotator: 'ana',
  status: 'submitted',
  answers: { sentiment: { chosen: ['positive'] } },
  labelers: { sentiment: 'choice/1' },
  comments: [{ text: 'Hm', by: 'ana', at: '2026-01-01T00:00:00.000Z' }],
  schemaVersion: 1,
  guidelineVersion: 1,
  revision: 3,
  savedAt: '2026-01-01T00:00:00.000Z',
  activeMs: 1200
}

it('says of a label file what lists and counts need', () => {
  expect(summaryOf(project, label)).toEqual({
    item: 'a',
    annotator: 'ana',
    status: 'submitted',
    revision: 3,
    savedAt: '2026-01-01T00:00:00.000Z',
    activeMs: 1200,
    comments: 1,
    unsure: false,
    tasks: [{ task: 'sentiment', labels: ['positive'] }],
    problem: false
  })
})

it('knows of an answer of a labeler it does not know that it is there', () => {
  const wheel = { ...sentimentTask, id: 'wheel', labeler: 'emotion-wheel' }
  const answers = { wheel: { feels: 7 } }
  expect(summaryOf({ ...project, tasks: [sentimentTask, wheel] }, { ...label, answers })).toMatchObject({
    tasks: [{ task: 'wheel', labels: [] }],
    problem: false
  })
})

it('marks a file with an answer of a broken shape, or of a task that is not there', () => {
  const problems = [{ sentiment: { chosen: 'positive' } }, { mood: {} }, { sentiment: { chosen: [] } }].map(
    answers => summaryOf(project, { ...label, answers }).problem
  )
  expect(problems).toEqual([true, true, false])
})
