import { classNames } from './class-names.ts'
import { type IconName, type IconShape, iconShapes } from './icon-shapes.ts'
import styles from './Icon.module.css'

export type { IconName } from './icon-shapes.ts'

interface IconProps {
  readonly name: IconName
  /** 14 px instead of 16. */
  readonly small?: boolean
  /** What a screen reader says. Absent: nothing, because words stand beside it. */
  readonly label?: string
  readonly className?: string | undefined
}

/** An icon in the colour of the text around it. */
export function Icon({ name, small = false, label, className }: IconProps) {
  const shape: IconShape = iconShapes[name]
  const size = small ? 14 : 16
  const named =
    label === undefined ? ({ 'aria-hidden': true } as const) : { role: 'img', 'aria-label': label }
  return (
    <svg
      className={classNames(styles.icon, className)}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...named}
    >
      {shape.fill !== undefined && <path d={shape.fill} fill="currentColor" />}
      {shape.stroke !== undefined && <path d={shape.stroke} className={styles.line} />}
      {shape.dashed !== undefined && <path d={shape.dashed} className={styles.dashed} />}
    </svg>
  )
}
