import { CalendarDay } from './calendar-day.ts'
import { type Problem, type Static, Type } from './schema.ts'

const Count = Type.Integer({ minimum: 0 })
const Milliseconds = Type.Integer({ minimum: 0 })
const PerHour = Type.Union([Type.Number({ minimum: 0 }), Type.Null()], {
  description: 'Finished items an active hour; null below 5 items whose time is known'
})

/** Fewer items than these say nothing about a speed. */
const FEWEST_TIMED = 5

/** Items an active hour, to one decimal; null where there are too few to say. */
export function perHourOf(timed: number, activeMs: number): number | null {
  return timed < FEWEST_TIMED ? null : Math.round((timed * 36_000_000) / activeMs) / 10
}

const StatusCounts = Type.Object({
  todo: Count,
  draft: Count,
  submitted: Count,
  skipped: Count,
  flagged: Count,
  accepted: Count,
  rejected: Count
})

/** What is counted of work on label files: a day of one annotator, or all of theirs. */
const work = {
  /** Label files that are neither to do nor a draft. */
  finished: Count,
  /** Those of them whose active time is known; it is not where answers were imported. */
  timed: Count,
  /** Time with input, idle excluded, on finished and unfinished items. */
  activeMs: Milliseconds,
  perHour: PerHour
}

export const DayStats = Type.Object({ day: CalendarDay, ...work })
export type DayStats = Static<typeof DayStats>

export const AnnotatorStats = Type.Object({
  id: Type.String(),
  labelFiles: Count,
  /** `todo` counts the items without a label file of theirs. */
  statuses: StatusCounts,
  ...work,
  /** Days on which a label file of theirs was saved last, in order: all of its time is counted there. */
  days: Type.Array(DayStats)
})
export type AnnotatorStats = Static<typeof AnnotatorStats>

export const LabelStats = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** Uses in submitted and accepted label files. */
  submitted: Count,
  /** With drafts, skipped, flagged and rejected. */
  all: Count,
  /** Of the submitted uses of every label of the task, 0 to 1; 0 while there are none. */
  share: Type.Number({ minimum: 0, maximum: 1 })
})
export type LabelStats = Static<typeof LabelStats>

export const TaskStats = Type.Object({
  id: Type.String(),
  title: Type.String(),
  labeler: Type.String(),
  /** Answers to this task in submitted or accepted label files; `all` also in the others. */
  answers: Type.Object({ submitted: Count, all: Count }),
  /** Uses of each label, in label set order, then ids the label set lacks. Empty for a labeler this version does not know. */
  labels: Type.Array(LabelStats)
})
export type TaskStats = Static<typeof TaskStats>

/** How quickly items get done, and when at that pace the last one will be. */
export const Pace = Type.Object({
  /** The last days of work before today, at most 5, with the items first finished on each. */
  days: Type.Array(Type.Object({ day: CalendarDay, items: Count })),
  /** Items on a day of work; null without enough days. */
  perDay: Type.Union([Type.Number({ minimum: 0 }), Type.Null()]),
  /** Days of rest are expected as often as lately. `from` to `to` holds the end in 80 % of redrawn days. */
  end: Type.Union([Type.Object({ day: CalendarDay, from: CalendarDay, to: CalendarDay }), Type.Null()]),
  /** Why there is no end. */
  why: Type.Union([
    Type.Literal('done'),
    Type.Literal('too-few-days'),
    Type.Literal('too-long-ago'),
    Type.Literal('too-far'),
    Type.Null()
  ])
})
export type Pace = Static<typeof Pace>

/** What there is and how far it is: what `goldset stats --json` prints and the progress screen shows. Lists, not objects keyed by names: names are data. */
export const Stats = Type.Object(
  {
    project: Type.Object({ id: Type.String(), name: Type.String(), schemaVersion: Type.Integer() }),
    /** IANA name of the time zone that days are of. */
    timeZone: Type.String(),
    today: CalendarDay,
    items: Count,
    /** Items that are neither to do nor a draft. */
    done: Count,
    left: Count,
    /** Every item once, under the furthest any annotator brought it: accepted, rejected, submitted, flagged, skipped, draft, todo. */
    statuses: StatusCounts,
    annotators: Type.Array(AnnotatorStats),
    tasks: Type.Array(TaskStats),
    pace: Pace
  },
  { $id: 'stats', title: 'Goldset statistics' }
)
export type Stats = Static<typeof Stats>

/** Statistics, and the label files that are not in them, each with its reason. */
export interface CountedStats extends Stats {
  /** Label files that could not be read, belong to no item or hold an answer that could not be read. */
  readonly problems: readonly Problem[]
}
