import type { Finding } from '../findings.ts'
import { linted } from './linted.ts'
import styles from './table.module.css'

/** A text with what the rules of the team find in it underlined. */
export function LintedText({
  text,
  findings
}: {
  readonly text: string
  readonly findings: readonly Finding[]
}) {
  return linted(text, findings).map(({ text, finding }, part) =>
    finding === undefined ? (
      text
    ) : (
      <u key={part} className={styles.lint} title={finding.message}>
        {text}
      </u>
    )
  )
}
