import { viewsOf } from '../../../labelers/views.ts'
import styles from './TemplatePicture.module.css'

const lines = 'M8 12h48M8 22h20M32 22h24M8 32h30'

/** A sketch of what one will see: marks in the item, choices beside it, or both. */
export function TemplatePicture({ labelers }: { labelers: readonly string[] }) {
  const spans = labelers.some(labeler => viewsOf(labeler)?.Item !== undefined)
  const choices = labelers.some(labeler => viewsOf(labeler)?.Item === undefined)
  return (
    <svg className={styles.picture} viewBox="0 0 64 44" aria-hidden="true">
      {spans && !choices && (
        <>
          <path className={styles.grey} d={lines} />
          <path className={styles.accent} d="M8 26h20M32 16h14M20 36h18" />
        </>
      )}
      {choices && !spans && (
        <>
          <path className={styles.accent} d="M8 8h30v8H8z" />
          <path className={styles.grey} d="M8 19h30v8H8zM8 30h30v8H8zM44 12h12M44 23h8M44 34h10" />
        </>
      )}
      {spans && choices && (
        <>
          <path className={styles.grey} d="M6 12h28M6 22h24M6 32h26M42 19h16v7H42zM42 30h16v7H42z" />
          <path className={styles.accent} d="M12 16h14M6 36h16M42 8h16v7H42z" />
        </>
      )}
    </svg>
  )
}
