import styles from './ProgressSkeleton.module.css'

/** Grey shapes as high as what will come. */
export function ProgressSkeleton() {
  return (
    <div className={styles.skeleton} role="status" aria-label="Counting the label files">
      <div className={styles.whole}>
        <i className={styles.figure} />
        <i className={styles.bar} />
        <i className={styles.legend} />
      </div>
      <div className={styles.panels}>
        <i className={styles.chart} />
        <span>
          {Array.from({ length: 7 }, (_, row) => (
            <i key={row} className={styles.row} />
          ))}
        </span>
      </div>
    </div>
  )
}
