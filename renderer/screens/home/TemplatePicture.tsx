import { sketchOf } from '../../../labelers/sketches.ts'
import styles from './TemplatePicture.module.css'

/** A sketch of what one will see: marks in the item, choices beside it, or both. */
export function TemplatePicture({ labelers }: { labelers: readonly string[] }) {
  const sketches = [...new Set(labelers)].flatMap(labeler => sketchOf(labeler) ?? [])
  const centre = sketches.find(({ at }) => at === 'item')
  const beside = sketches.find(({ at }) => at === 'beside')
  const lines =
    centre !== undefined && beside !== undefined
      ? [centre.shared, beside.shared]
      : [centre ?? beside].flatMap(only => only?.alone ?? [])
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
