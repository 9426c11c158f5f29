import { statuses, type Status } from '../schemas/label-file.ts'
import type { Pace, Stats, TaskStats } from '../schemas/stats.ts'
import { table } from './table.ts'

const DAYS_SHOWN = 14
const BAR = 24
const LONGEST_NAME = 40

const statusNames: Readonly<Partial<Record<Status, string>>> = { todo: 'to do' }

/** Statistics as lines for a terminal: what is done first, then by status, annotator, day and label. */
export function statsLines(stats: Stats): readonly string[] {
  const { project, items, done, left } = stats
  const blocks = [
    [
      `${project.name}: ${inThousands(done)} of ${counted(items, 'item')} done${items === 0 ? '' : `, ${percent(done / items)}`}. ${inThousands(left)} left.`,
      ...endSentence(stats.pace)
    ],
    byStatus(stats),
    byAnnotator(stats),
    byDay(stats),
    ...stats.tasks.map(byLabel)
  ]
  return blocks
    .filter(lines => lines.length > 0)
    .flatMap((lines, place) => (place === 0 ? lines : ['', ...lines]))
}

function endSentence({ days, perDay, end }: Pace): readonly string[] {
  if (perDay === null || end === null) return []
  const pace = `${inThousands(Math.round(perDay * 10) / 10)} items a day`
  return [
    `At the pace of the last ${days.length} days of work, ${pace}: done on ${end.day} (between ${end.from} and ${end.to}).`
  ]
}

function byStatus({ statuses: counts, items }: Stats): readonly string[] {
  const shown = statuses.filter(status => counts[status] > 0)
  return table(
    ['items', '', '', ''],
    shown.map(status => [
      statusNames[status] ?? status,
      inThousands(counts[status]),
      percent(counts[status] / items),
      bar(counts[status] / items)
    ]),
    new Set([1, 2])
  )
}

function byAnnotator({ annotators }: Stats): readonly string[] {
  if (annotators.length === 0) return []
  return table(
    ['annotator', 'finished', 'active', 'an hour', 'skipped', 'flagged', 'drafts', 'label files'],
    annotators.map(({ id, finished, activeMs, perHour, statuses: counts, labelFiles }) => [
      id,
      inThousands(finished),
      hours(activeMs),
      rate(perHour),
      inThousands(counts.skipped),
      inThousands(counts.flagged),
      inThousands(counts.draft),
      inThousands(labelFiles)
    ]),
    new Set([1, 2, 3, 4, 5, 6, 7])
  )
}

/** The last days of everybody, one line for each day and annotator. */
function byDay({ annotators, timeZone }: Stats): readonly string[] {
  const days = [...new Set(annotators.flatMap(one => one.days.map(({ day }) => day)))].sort()
  const shown = new Set(days.slice(-DAYS_SHOWN))
  const rows = annotators
    .flatMap(({ id, days: theirs }) => theirs.map(day => ({ id, ...day })))
    .filter(({ day }) => shown.has(day))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ id, day, finished, activeMs, perHour }, place, all) => [
      all[place - 1]?.day === day ? '' : day,
      id,
      inThousands(finished),
      hours(activeMs),
      rate(perHour)
    ])
  if (rows.length === 0) return []
  const earlier = days.length - shown.size
  const note = earlier === 0 ? [] : [`${counted(earlier, 'earlier day')} in --json.`]
  return [
    ...table([`day (${timeZone})`, 'annotator', 'finished', 'active', 'an hour'], rows, new Set([2, 3, 4])),
    ...note
  ]
}

function byLabel({ title, answers, labels }: TaskStats): readonly string[] {
  const most = Math.max(...labels.map(label => label.share), 0)
  const rows = labels.map(({ name, submitted, share, all }) => [
    short(name),
    inThousands(submitted),
    percent(share),
    inThousands(all),
    bar(most === 0 ? 0 : share / most)
  ])
  const head = `${short(title)}: ${counted(answers.submitted, 'answer')} submitted, ${inThousands(answers.all)} in all`
  return rows.length === 0
    ? [head]
    : [head, ...table(['label', 'submitted', '', 'all', ''], rows, new Set([1, 2, 3]))]
}

const short = (name: string) =>
  [...name].length <= LONGEST_NAME ? name : `${[...name].slice(0, LONGEST_NAME - 1).join('')}…`
const inThousands = (count: number) => count.toLocaleString('en')
const percent = (part: number) => `${(part * 100).toFixed(1)} %`
const rate = (perHour: number | null) => (perHour === null ? '-' : inThousands(Math.round(perHour)))
const bar = (part: number) => '█'.repeat(part === 0 ? 0 : Math.max(1, Math.round(part * BAR)))
const counted = (count: number, noun: string) => `${inThousands(count)} ${noun}${count === 1 ? '' : 's'}`

/** `6.5 h`, `12 min`. */
function hours(ms: number): string {
  return ms < 3_600_000 ? `${Math.round(ms / 60_000)} min` : `${(ms / 3_600_000).toFixed(1)} h`
}
