import { memo } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import styles from './fields.module.css'
import { textBlocks } from './text-blocks.ts'

interface TextBodyProps {
  readonly text: string
  readonly fenced?: boolean
}

/** A text exactly as it is, each line in its own direction. `fenced`: code between fences in letters of one width. */
export const TextBody = memo(function TextBody({ text, fenced = false }: TextBodyProps) {
  return textBlocks(text, fenced).map((block, place) => (
    <div
      key={place}
      className={classNames(styles.text, block.code && styles.code)}
      dir={block.code ? 'ltr' : undefined}
    >
      {block.text}
    </div>
  ))
})
