import { classNames } from '../../ui/class-names.ts'
import styles from './DayCharts.module.css'
import type { LineLook } from './line-looks.ts'

/** The dash of an annotator's line, beside the name. */
export function LineSample({ look }: { look: LineLook }) {
  return (
    <svg className={classNames(styles.line, styles[`look${look}`])} width="20" height="8" aria-hidden="true">
      <path d="M0 4H20" />
    </svg>
  )
}
