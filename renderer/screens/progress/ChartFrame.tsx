import type { ReactNode } from 'react'
import { inThousands } from '../../shell/place-names.ts'
import styles from './DayCharts.module.css'
import { dayTicks, type Place } from './scale.ts'
import type { TimeLine } from './time-line.ts'

/** What every chart over a time line gets. */
export interface ChartProps {
  readonly line: TimeLine
  readonly x: (day: string) => number
  readonly place: Place
  readonly width: number
  /** The step that is read out. */
  readonly cursor: string | null
}

interface ChartFrameProps extends ChartProps {
  readonly height: number
  readonly ticks: readonly number[]
  readonly y: (value: number) => number
  /** What it shows, for those who do not see it. */
  readonly label: string
  readonly children: ReactNode
}

/** Axes, grid and the line under the pointer. */
export function ChartFrame({
  line,
  x,
  place,
  width,
  cursor,
  height,
  ticks,
  y,
  label,
  children
}: ChartFrameProps) {
  const right = place.left + place.width
  const ground = y(0)
  return (
    <svg className={styles.chart} width={width} height={height} role="img" aria-label={label}>
      {ticks.map(tick => (
        <g key={tick}>
          <path className={styles.grid} d={`M${place.left} ${y(tick)}H${right}`} />
          <text className={styles.axis} x={place.left - 6} y={y(tick) + 4} textAnchor="end">
            {inThousands(tick)}
          </text>
        </g>
      ))}
      {dayTicks(line, x).map(({ day, text }) => (
        <text key={day} className={styles.axis} x={x(day)} y={height - 4} textAnchor="middle">
          {text}
        </text>
      ))}
      {cursor !== null && <path className={styles.cursor} d={`M${x(cursor)} 4V${ground}`} />}
      {children}
    </svg>
  )
}
