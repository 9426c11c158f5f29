import { lazy, Suspense } from 'react'
import styles from './tools.module.css'
import type { Props } from './transcript-state.ts'

// Wavesurfer is read when the first recording is opened: a window that shows texts starts without it.
const ItemView = lazy(async () => ({ default: (await import('./ItemView.tsx')).ItemView }))

/** The recording with its segments. */
export function LazyItem(props: Props) {
  return (
    <Suspense fallback={<div className={styles.waiting} aria-busy="true" />}>
      <ItemView {...props} />
    </Suspense>
  )
}
