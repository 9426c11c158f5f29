import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelSet } from '../../schemas/label-set.ts'
import { statuses } from '../../schemas/label-file.ts'
import { Stats } from '../../schemas/stats.ts'
import { validate } from '../../schemas/validate.ts'
import type { LabelSummary } from '../label-summary.ts'
import { tinyProject } from '../test/label-samples.ts'
import { choiceTask } from '../test/labelled-project.ts'
import { statsFrom, type StatsInput } from './stats-from.ts'
import { utcZone } from './zone.ts'

const names = ['Good', '__proto__', 'constructor']
const [good = '', proto = ''] = labelSet(names).map(label => label.id)
const project = { ...tinyProject, tasks: [choiceTask('mood', names, true), choiceTask('topic', ['Price'])] }

const summary = (item: string, changes: Partial<LabelSummary> = {}): LabelSummary => ({
  item,
  annotator: 'ana',
  status: 'submitted',
  revision: 1,
  savedAt: '2026-06-15T09:00:00.000Z',
  activeMs: 12_000,
  comments: 0,
  unsure: false,
  tasks: [],
  problem: false,
  ...changes
})

const ids = Array.from({ length: 12 }, (_, place) => `i${place}`)
const counted = (summaries: readonly LabelSummary[], changes: Partial<StatsInput> = {}) =>
  statsFrom({
    project,
    items: ids.length,
    isItem: id => ids.includes(id),
    summaries,
    problems: [],
    now: new Date('2026-06-17T12:00:00.000Z'),
    zone: utcZone,
    ...changes
  })

describe('statistics', () => {
  it('say what was finished, by whom, on which day, in how much active time', () => {
    const five = ids.slice(0, 5).map(id => summary(id))
    const { annotators, statuses, done, left } = counted([
      ...five,
      summary('i5', { status: 'draft', activeMs: 60_000, savedAt: '2026-06-15T10:00:00.000Z' }),
      summary('i6', { status: 'skipped', activeMs: 0, savedAt: '2026-06-16T00:00:00.000Z' }),
      summary('i7', { status: 'flagged', savedAt: 'some time' }),
      summary('i0', { annotator: '__proto__', status: 'draft' })
    ])
    const some = (counts: object) => Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))
    expect({
      done,
      left,
      statuses: some(statuses),
      annotators: annotators.map(one => ({ ...one, statuses: some(one.statuses) }))
    }).toEqual({
      done: 7,
      left: 5,
      statuses: { submitted: 5, draft: 1, skipped: 1, flagged: 1, todo: 4 },
      annotators: [
        {
          id: '__proto__',
          labelFiles: 1,
          statuses: { draft: 1, todo: 11 },
          finished: 0,
          timed: 0,
          activeMs: 12_000,
          perHour: null,
          days: [{ day: '2026-06-15', finished: 0, timed: 0, activeMs: 12_000, perHour: null }]
        },
        {
          id: 'ana',
          labelFiles: 8,
          statuses: { submitted: 5, draft: 1, skipped: 1, flagged: 1, todo: 4 },
          finished: 7,
          timed: 6,
          activeMs: 132_000,
          perHour: 163.6,
          days: [
            { day: '2026-06-15', finished: 5, timed: 5, activeMs: 120_000, perHour: 150 },
            { day: '2026-06-16', finished: 1, timed: 0, activeMs: 0, perHour: null }
          ]
        }
      ]
    })
  })

  it('count the labels of submitted answers, and give each its share', () => {
    const mood = (...labels: string[]) => [{ task: 'mood', labels }]
    const { tasks } = counted([
      summary('i0', { tasks: mood(good, proto) }),
      summary('i1', { tasks: mood(good, 'of-old') }),
      summary('i2', { status: 'draft', tasks: mood(proto) }),
      summary('i3', { tasks: [{ task: 'not-there', labels: ['x'] }] })
    ])
    expect(tasks[0]).toEqual({
      id: 'mood',
      title: 'mood',
      labeler: 'choice',
      answers: { submitted: 2, all: 3 },
      labels: [
        { id: good, name: 'Good', submitted: 2, all: 2, share: 0.5 },
        { id: proto, name: '__proto__', submitted: 1, all: 2, share: 0.25 },
        { id: 'constructor', name: 'constructor', submitted: 0, all: 0, share: 0 },
        { id: 'of-old', name: 'of-old', submitted: 1, all: 1, share: 0.25 }
      ]
    })
  })

  it('leave out what belongs to no item, and say so', () => {
    const { annotators, problems } = counted([summary('gone')], { problems: [{ message: 'Cut short.' }] })
    expect([annotators, problems.map(({ message }) => message)]).toEqual([
      [],
      ['Cut short.', 'There is no item "gone" any more.']
    ])
  })

  it('take the pace from the day an item was first finished, and not from an import', () => {
    const work = ['2026-06-12', '2026-06-15', '2026-06-16'].flatMap((day, place) => [
      summary(`i${2 * place}`, { savedAt: `${day}T09:00:00.000Z` }),
      summary(`i${2 * place + 1}`, { savedAt: `${day}T09:00:00.000Z` })
    ])
    const again = summary('i0', { annotator: 'ben', savedAt: '2026-06-16T09:00:00.000Z' })
    const imported = summary('i8', { activeMs: 0 })
    expect(counted([...work, again, imported]).pace.days).toEqual([
      { day: '2026-06-12', items: 2 },
      { day: '2026-06-15', items: 2 },
      { day: '2026-06-16', items: 2 }
    ])
  })
})

const anySummary = fc.record({
  item: fc.constantFrom(...ids, 'gone'),
  annotator: fc.constantFrom('ana', 'ben', '__proto__'),
  status: fc.constantFrom(...statuses),
  revision: fc.constant(1),
  savedAt: fc.constantFrom(
    '',
    '2026-06-14T23:59:59.999Z',
    '2026-06-15T00:00:00.000Z',
    '2026-06-16T08:00:00Z'
  ),
  activeMs: fc.constantFrom(0, 1, 5000, 90_000),
  comments: fc.nat(2),
  unsure: fc.boolean(),
  tasks: fc.constantFrom(
    [],
    [{ task: 'mood', labels: [good, good, 'x'] }],
    [{ task: 'topic', labels: ['y'] }]
  ),
  problem: fc.boolean()
})
const onePerPersonAndItem = fc.uniqueArray(anySummary, {
  selector: ({ item, annotator }) => `${annotator} ${item}`,
  maxLength: 39
})
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

it('statistics do not depend on the order of the label files, and are what their schema says', () => {
  fc.assert(
    fc.property(
      onePerPersonAndItem.chain(list =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
      ),
      ([list, shuffled]) => {
        const stats = counted(list)
        expect(counted(shuffled)).toEqual(stats)
        expect(validate(Stats, stats)).toEqual([])
      }
    )
  )
})

it('statistics add up: items over statuses, days over annotators, shares over labels', () => {
  fc.assert(
    fc.property(onePerPersonAndItem, list => {
      const { items, done, left, statuses: all, annotators, tasks } = counted(list)
      expect([sum(Object.values(all)), done + left]).toEqual([items, items])
      for (const { statuses: theirs, finished, activeMs, days, labelFiles } of annotators) {
        const undated = list.filter(one => one.savedAt === '').length
        expect(sum(Object.values(theirs))).toBe(items)
        expect(labelFiles - theirs.draft - finished).toBeGreaterThanOrEqual(0)
        if (undated === 0)
          expect([sum(days.map(day => day.finished)), sum(days.map(day => day.activeMs))]).toEqual([
            finished,
            activeMs
          ])
      }
      for (const { labels } of tasks) {
        const used = labels.some(label => label.submitted > 0)
        expect(sum(labels.map(label => label.share))).toBeCloseTo(used ? 1 : 0)
      }
    })
  )
})
