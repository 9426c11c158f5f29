import { daysFrom } from '../../../schemas/calendar-day.ts'
import { ChartFrame, type ChartProps } from './ChartFrame.tsx'
import styles from './DayCharts.module.css'
import { counted } from './figures.ts'
import { ticksTo } from './scale.ts'

const height = 112
const top = 8
const ground = height - 22
const WIDEST = 28

/** A column for each step: how much everybody finished together. */
export function FinishedChart(chart: ChartProps) {
  const { line, x, place, cursor } = chart
  const most = Math.max(0, ...line.total.map(mark => mark.finished))
  const all = ticksTo(most)
  // Half of the lines are enough for so low a chart.
  const ticks = all.filter((_, n) => (all.length - 1 - n) % 2 === 0)
  const y = (value: number) => ground - (value / (all.at(-1) || 1)) * (ground - top)
  const steps = daysFrom(line.from, line.to) / line.stepDays + 1
  const wide = Math.max(2, Math.min(WIDEST, (place.width / steps) * 0.68))
  const last = line.total.at(-1)
  const label = `Finished items by ${line.step}. The newest: ${counted(last?.finished ?? 0, 'item')}.`
  return (
    <ChartFrame {...chart} height={height} ticks={ticks} y={y} label={label}>
      {line.total.map(({ day, finished }) => (
        <rect
          key={day}
          className={cursor === day ? styles.columnAt : styles.column}
          x={x(day) - wide / 2}
          width={wide}
          y={y(finished)}
          height={ground - y(finished)}
        />
      ))}
    </ChartFrame>
  )
}
