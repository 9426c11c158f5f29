import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './Button.module.css'
import { Cap } from './Cap.tsx'
import { classNames } from './class-names.ts'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: one on a screen. `wait`: something is missing; it stays pressable and says what. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'wait' | 'link'
  readonly small?: boolean
  readonly block?: boolean
  /** Pressed. */
  readonly on?: boolean
  /** Its key, drawn as caps. */
  readonly keys?: string | undefined
  readonly keysOff?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps) {
  const {
    look = 'plain',
    small = false,
    block = false,
    on,
    keys,
    keysOff = false,
    className,
    children,
    ...rest
  } = props
  return (
    <button
      type="button"
      aria-pressed={on}
      {...rest}
      className={classNames(
        styles.button,
        look !== 'plain' && styles[look],
        small && styles.small,
        block && styles.block,
        on === true && styles.on,
        className
      )}
    >
      {children}
      {keys !== undefined && <Cap keys={keys} off={keysOff} />}
    </button>
  )
}
