import type { Hint } from '../../kit/view.ts'
import type { Answer, Config } from '../schema.ts'

const overlapNote = { none: 'no overlap', nested: 'nesting allowed', any: 'overlap allowed' } as const

export function headline(config: Config, answer: Answer): { count: number; note: string } {
  const unit = config.granularity === 'word' ? 'by word' : 'by character'
  return { count: answer.spans.length, note: `${unit} · ${overlapNote[config.overlap]}` }
}

export function hints(): readonly Hint[] {
  return [
    { caps: ['←', '→'], text: 'word' },
    { caps: ['⇧'], text: 'extend' },
    { caps: ['1–9'], text: 'label' },
    { caps: ['Space'], text: 'next span' },
    { caps: ['{', '}', '[', ']'], text: 'edges' },
    { caps: ['Del'], text: 'remove' },
    { caps: ['Alt', '1–9'], text: 'label every match' }
  ]
}
