import { classNames } from '../../ui/class-names.ts'
import { ChartFrame, type ChartProps } from './ChartFrame.tsx'
import styles from './DayCharts.module.css'
import type { LineLook } from './line-looks.ts'
import { rate } from './figures.ts'
import { nameAtLine } from './line-names.ts'
import { apart, ticksTo } from './scale.ts'
import { type Mark, piecesOf } from './time-line.ts'

const height = 196
const top = 12
const ground = height - 22
/** Lines of text must stay this far apart. */
const NAME_HEIGHT = 13

interface RateChartProps extends ChartProps {
  readonly nameOf: (annotator: string) => string
  readonly lookOf: (annotator: string) => LineLook
  readonly lit: string | null
}

/** A line for each annotator, told apart by dash and named at its end. Others than the busiest are thin, until pointed at. */
export function RateChart({ nameOf, lookOf, lit, ...chart }: RateChartProps) {
  const { line, x, cursor } = chart
  const drawn = line.series
    .map(({ annotator, marks }) => ({ annotator, pieces: piecesOf(marks, line.step) }))
    .filter(({ pieces }) => pieces.length > 0)
    // What is named or pointed at lies over the rest.
    .sort((a, b) => Number(a.annotator === lit) - Number(b.annotator === lit) || order(lookOf, a, b))
  const most = Math.max(0, ...drawn.flatMap(({ pieces }) => pieces.flat().map(mark => mark.perHour ?? 0)))
  const ticks = ticksTo(most)
  const y = (value: number) => ground - (value / (ticks.at(-1) || 1)) * (ground - top)
  const named = drawn.filter(({ annotator }) => (lit === null ? lookOf(annotator) > 0 : annotator === lit))
  const ends = named.flatMap(({ annotator, pieces }) => {
    const last = pieces.at(-1)?.at(-1)
    return last === undefined ? [] : [{ annotator, last, height: y(last.perHour ?? 0) }]
  })
  const heights = apart(
    ends.map(end => end.height),
    NAME_HEIGHT
  )
  const path = (piece: readonly Mark[]) =>
    piece.map(
      ({ day, perHour }, n) => `${n === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(perHour ?? 0).toFixed(1)}`
    )
  const said = drawn.map(({ annotator, pieces }) => {
    const last = pieces.at(-1)?.at(-1)
    return `${nameOf(annotator)} ${rate(last?.perHour ?? null)}`
  })
  const label = `Items per active hour, newest: ${said.join(', ') || 'too little to say'}`
  return (
    <ChartFrame {...chart} height={height} ticks={ticks} y={y} label={label}>
      {drawn.map(({ annotator, pieces }) => (
        <g
          key={annotator}
          className={classNames(
            styles.line,
            styles[`look${lookOf(annotator)}`],
            lit === annotator && styles.lit,
            lit !== null && lit !== annotator && styles.dimmed
          )}
        >
          {pieces.map(piece => (
            <path key={piece[0]?.day} d={path(piece).join('')} />
          ))}
          {pieces
            .filter(piece => piece.length === 1)
            .map(
              ([mark]) => mark && <circle key={mark.day} cx={x(mark.day)} cy={y(mark.perHour ?? 0)} r="2" />
            )}
          {pieces
            .flat()
            .map(mark =>
              mark.day === cursor ? (
                <circle key="cursor" cx={x(mark.day)} cy={y(mark.perHour ?? 0)} r="3" />
              ) : null
            )}
        </g>
      ))}
      {ends.map(({ annotator, last, height: end }, place) => (
        <g key={annotator}>
          <circle className={styles.dot} cx={x(last.day)} cy={end} r="2.5" />
          <text className={styles.name} x={x(last.day) + 8} y={(heights[place] ?? end) + 4}>
            {nameAtLine(nameOf(annotator))}
          </text>
        </g>
      ))}
      {drawn.length === 0 && (
        <text className={styles.axis} x={chart.place.left + 8} y={(top + ground) / 2}>
          Too little to say: a speed needs 5 items with their time on one {line.step}.
        </text>
      )}
    </ChartFrame>
  )
}

function order(
  lookOf: RateChartProps['lookOf'],
  a: { readonly annotator: string },
  b: { readonly annotator: string }
): number {
  return Number(lookOf(a.annotator) > 0) - Number(lookOf(b.annotator) > 0)
}
