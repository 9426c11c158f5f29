import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'
import styles from './Note.module.css'

interface NoteProps {
  readonly look?: 'plain' | 'warn' | 'bad'
  readonly children: ReactNode
}

/** A problem or an explanation, in place, never floating. */
export function Note({ look = 'plain', children }: NoteProps) {
  const icon = look === 'bad' ? 'error' : look === 'warn' ? 'warn' : 'info'
  return (
    <div
      className={classNames(styles.note, look !== 'plain' && styles[look])}
      role={look === 'plain' ? undefined : 'alert'}
    >
      <Icon name={icon} small className={styles.icon} />
      <div className="grow">{children}</div>
    </div>
  )
}
