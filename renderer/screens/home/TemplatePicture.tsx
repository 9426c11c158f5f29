import { viewsOf } from '../../../labelers/views.ts'
import styles from './TemplatePicture.module.css'

/** A sketch of what one will see: marks in the item, choices beside it, or both. */
export function TemplatePicture({ labelers }: { labelers: readonly string[] }) {
  const views = [...new Set(labelers)].flatMap(labeler => viewsOf(labeler) ?? [])
  const centre = views.find(({ Item }) => Item !== undefined)
  const beside = views.find(({ Item }) => Item === undefined)
  const lines =
    centre !== undefined && beside !== undefined
      ? [centre.sketch.shared, beside.sketch.shared]
      : [centre ?? beside].flatMap(only => only?.sketch.alone ?? [])
  return (
    <svg className={styles.picture} viewBox="0 0 64 44" aria-hidden="true">
      {lines.map(({ grey, accent }) => (
        <g key={grey}>
          <path className={styles.grey} d={grey} />
          <path className={styles.accent} d={accent} />
        </g>
      ))}
    </svg>
  )
}
