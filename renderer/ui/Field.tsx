import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import styles from './Field.module.css'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly small?: boolean
  /** What is wrong with the value, in a sentence, shown under it. */
  readonly problem?: string | undefined
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of text. */
export function Field({ before, after, small = false, problem, className, ...rest }: FieldProps) {
  return (
    <>
      <span
        className={classNames(
          styles.field,
          small && styles.small,
          problem !== undefined && styles.bad,
          className
        )}
      >
        {before}
        <input {...rest} className={styles.input} aria-invalid={problem !== undefined} spellCheck={false} />
        {after}
      </span>
      {problem !== undefined && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </>
  )
}
