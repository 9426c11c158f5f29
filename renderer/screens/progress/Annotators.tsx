import type { AnnotatorStats, Stats } from '../../../schemas/stats.ts'
import { inThousands } from '../../shell/place-names.ts'
import styles from './Annotators.module.css'
import { shortDay } from './day-names.ts'
import { activeTime, rate } from './figures.ts'
import { LineSample } from './LineSample.tsx'
import type { LineLook } from './line-looks.ts'
import panel from './panel.module.css'

interface AnnotatorsProps {
  readonly stats: Stats
  readonly nameOf: (annotator: string) => string
  readonly lookOf: (annotator: string) => LineLook
  readonly onLight: (annotator: string | null) => void
  readonly onOpen: (annotator: string) => void
}

/** What everybody has done. Pointing at a name shows their line in the chart. */
export function Annotators({ stats, nameOf, lookOf, onLight, onOpen }: AnnotatorsProps) {
  return (
    <section className={panel.panel} aria-label="Annotators">
      <header>
        <h2>Annotators</h2>
        <span className="faint">active time only; a pause of 2 minutes stops the clock</span>
      </header>
      <table className={panel.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" title="Submitted, skipped or flagged, and what was reviewed since">
              Finished
            </th>
            <th scope="col">Active</th>
            <th scope="col" title="Finished items with known active time, by active hour">
              Per hour
            </th>
            <th scope="col">Skipped</th>
            <th scope="col">Flagged</th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody>
          {stats.annotators.map(one => (
            <Row
              key={one.id}
              of={one}
              name={nameOf(one.id)}
              look={lookOf(one.id)}
              onLight={onLight}
              onOpen={() => onOpen(one.id)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly of: AnnotatorStats
  readonly name: string
  readonly look: LineLook
  readonly onLight: (annotator: string | null) => void
  readonly onOpen: () => void
}

function Row({ of: one, name, look, onLight, onOpen }: RowProps) {
  const last = one.days.at(-1)?.day
  return (
    <tr
      className={styles.row}
      onPointerEnter={() => onLight(one.id)}
      onPointerLeave={() => onLight(null)}
      onFocus={() => onLight(one.id)}
      onBlur={() => onLight(null)}
    >
      <th scope="row">
        <span className={styles.name}>
          <LineSample look={look} />
          <button className="cut" title={`Show what ${name} answered in the queue`} onClick={onOpen}>
            {name}
          </button>
        </span>
      </th>
      <td>{inThousands(one.finished)}</td>
      <td className="dim">{activeTime(one.activeMs)}</td>
      <td>
        <b title={one.perHour === null ? 'Too few items with known active time to say' : undefined}>
          {rate(one.perHour)}
        </b>
      </td>
      <td className="dim">{inThousands(one.statuses.skipped)}</td>
      <td className="dim">{inThousands(one.statuses.flagged)}</td>
      <td className="dim">{last === undefined ? '' : shortDay(last)}</td>
    </tr>
  )
}
