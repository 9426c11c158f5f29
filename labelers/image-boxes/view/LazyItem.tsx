import { lazy, Suspense } from 'react'
import type { Props } from './boxes-state.ts'
import styles from './waiting.module.css'

// The canvas library is read when the first image is opened: a window that shows texts starts without it.
const ItemView = lazy(async () => ({ default: (await import('./ItemView.tsx')).ItemView }))

/** The image with its shapes. */
export function LazyItem(props: Props) {
  return (
    <Suspense fallback={<div className={styles.waiting} aria-busy="true" />}>
      <ItemView {...props} />
    </Suspense>
  )
}
