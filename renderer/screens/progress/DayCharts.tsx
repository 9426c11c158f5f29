import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { AnnotatorStats } from '../../../schemas/stats.ts'
import { useWidth } from '../../ui/use-width.ts'
import styles from './DayCharts.module.css'
import { FinishedChart } from './FinishedChart.tsx'
import type { LineLook } from './line-looks.ts'
import { roomForNames } from './line-names.ts'
import panel from './panel.module.css'
import { RateChart } from './RateChart.tsx'
import { amountOf, speedsOf, stepNames } from './readout.ts'
import { across } from './scale.ts'
import { timeLineOf } from './time-line.ts'

interface DayChartsProps {
  readonly annotators: readonly AnnotatorStats[]
  readonly today: string
  readonly nameOf: (annotator: string) => string
  readonly lookOf: (annotator: string) => LineLook
  /** The annotator who is pointed at elsewhere. */
  readonly lit: string | null
}

/** Room for the numbers of the axis. */
const LEFT = 40

/** Speed and amount of work by day, over one time line. Pointing, or the arrow keys, reads out a day. */
export function DayCharts({ annotators, today, nameOf, lookOf, lit }: DayChartsProps) {
  const [element, width] = useWidth<HTMLDivElement>(560)
  const [cursor, setCursor] = useState<string | null>(null)
  const line = timeLineOf(annotators)
  if (line === null) return null
  const right = roomForNames(annotators.map(({ id }) => nameOf(id)))
  const place = { left: LEFT, width: Math.max(80, width - LEFT - right) }
  const x = across(line, place)
  const days = line.total.map(({ day }) => day)
  const at = cursor !== null && days.includes(cursor) ? cursor : null

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const across = event.clientX - event.currentTarget.getBoundingClientRect().left
    const off = (day: string) => Math.abs(x(day) - across)
    setCursor(days.reduce((best, day) => (off(day) < off(best) ? day : best), days[0] ?? line.from))
  }
  const press = (event: KeyboardEvent) => {
    const here = at === null ? days.length : days.indexOf(at)
    const next = new Map([
      ['ArrowLeft', here - 1],
      ['ArrowRight', here + 1],
      ['Home', 0],
      ['End', days.length - 1]
    ]).get(event.key)
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    setCursor(days[Math.min(days.length - 1, Math.max(0, next))] ?? null)
  }
  const shared = { line, x, place, width, cursor: at }
  return (
    <div
      className={styles.charts}
      role="group"
      tabIndex={0}
      aria-label="Work by day. Left and right arrow keys read out one day after another."
      onPointerMove={point}
      onPointerLeave={() => setCursor(null)}
      onBlur={() => setCursor(null)}
      onKeyDown={press}
    >
      <section className={panel.panel}>
        <header>
          <h2>Items per active hour</h2>
          <span className="faint" aria-live="polite">
            {at === null ? `of each annotator, by ${stepNames[line.step]}` : speedsOf(line, at, nameOf)}
          </span>
        </header>
        <div ref={element}>
          <RateChart {...shared} nameOf={nameOf} lookOf={lookOf} lit={lit} />
        </div>
      </section>
      <section className={panel.panel}>
        <header>
          <h2>Finished</h2>
          <span className="faint" aria-live="polite">
            {at === null ? `items of all annotators, by ${stepNames[line.step]}` : amountOf(line, at, today)}
          </span>
        </header>
        <FinishedChart {...shared} />
      </section>
    </div>
  )
}
