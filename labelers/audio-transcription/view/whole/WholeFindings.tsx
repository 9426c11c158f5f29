import { Button } from '../../../../renderer/ui/Button.tsx'
import { Icon } from '../../../../renderer/ui/Icon.tsx'
import { offsetsOf } from '../../../kit/offsets.ts'
import type { Finding } from '../../findings.ts'
import styles from './whole.module.css'

interface WholeFindingsProps {
  readonly text: string
  readonly findings: readonly Finding[]
  /** The key that mends the next finding. */
  readonly mendKey: string | undefined
  readonly onGo: (finding: Finding) => void
  /** Absent: nothing can be changed. */
  readonly onMend: ((finding: Finding) => void) | undefined
}

/** More than anybody reads; the rest is counted. */
const MOST = 50

/** What the rules of the team find in the text: where, why, and what mends it. */
export function WholeFindings({ text, findings, mendKey, onGo, onMend }: WholeFindingsProps) {
  const shown = findings.slice(0, MOST)
  const lines = lineNumbers(text, shown)
  return (
    <ul className={styles.findings} aria-label="Findings in the text">
      {shown.map((finding, place) => (
        <li key={place}>
          <Icon name="warn" small className={styles.warn} />
          <button type="button" className={styles.where} onClick={() => onGo(finding)}>
            <b>Line {lines[place]}.</b> {finding.message}
          </button>
          {onMend !== undefined && finding.mend !== undefined && (
            <Button
              small
              look="quiet"
              keys={place === 0 ? mendKey : undefined}
              onClick={() => onMend(finding)}
            >
              Change it
            </Button>
          )}
        </li>
      ))}
      {findings.length > MOST && (
        <li className={styles.more}>And {(findings.length - MOST).toLocaleString('en')} more.</li>
      )}
    </ul>
  )
}

/** The line of each finding, from 1. Findings are in order of place. */
function lineNumbers(text: string, findings: readonly Finding[]): readonly number[] {
  const offsets = offsetsOf(text)
  let from = 0
  let line = 1
  return findings.map(({ at }) => {
    const start = at === undefined ? 0 : offsets.toUtf16(at.start)
    for (let next = text.indexOf('\n', from); next !== -1 && next < start; next = text.indexOf('\n', from)) {
      line++
      from = next + 1
    }
    return line
  })
}
