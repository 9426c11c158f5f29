import { codePoint, offsetsOf } from '../../kit/offsets.ts'
import type { Finding } from '../findings.ts'

export interface LintedPart {
  readonly text: string
  readonly finding?: Finding
}

/** A text cut where findings begin and end; of findings that overlap the first is shown. */
export function linted(text: string, findings: readonly Finding[]): readonly LintedPart[] {
  const offsets = offsetsOf(text)
  const parts: LintedPart[] = []
  let from = codePoint(0)
  for (const finding of findings) {
    if (finding.at === undefined || finding.at.start < from) continue
    const { start, end } = finding.at
    if (start > from) parts.push({ text: offsets.slice(from, start) })
    parts.push({ text: offsets.slice(start, end), finding })
    from = end
  }
  if (from < offsets.length || parts.length === 0) parts.push({ text: offsets.slice(from, offsets.length) })
  return parts
}
