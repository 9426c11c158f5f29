import { memo, type ReactNode } from 'react'
import type { Line, Stretch } from './underlined-lines.ts'
import styles from './whole.module.css'

/**
 * A text that cannot be seen, with underlines that can, behind the field that is typed in. It also gives the field its
 * height. Lines are parts of their own, so that a letter changes one of them and not a hundred thousand letters.
 */
export const UnderlinedText = memo(function UnderlinedText({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <div className={styles.underlined} aria-hidden="true">
      {lines.map(({ text, underlined }, place) => (
        <LineOf key={place} text={text} underlined={underlined} />
      ))}
    </div>
  )
})

const LineOf = memo(function LineOf({ text, underlined }: Line) {
  // A line without a letter is as high as any other.
  return <div>{text === '' ? '\u200B' : parts(text, underlined)}</div>
})

function parts(text: string, underlined: readonly Stretch[]): ReactNode {
  if (underlined.length === 0) return text
  const made: ReactNode[] = []
  let from = 0
  for (const { start, end } of underlined) {
    made.push(text.slice(from, start), <u key={start}>{text.slice(start, end)}</u>)
    from = end
  }
  return [...made, text.slice(from)]
}
