import type { Hint } from '../../kit/view.ts'
import type { Answer, Config } from '../schema.ts'

export function headline(config: Config, answer: Answer): { readonly count?: number; readonly note: string } {
  const { segments } = answer
  if (config.mode === 'whole') return { note: 'one text' }
  if (segments.length === 0) return { note: 'segments' }
  const written = segments.filter(({ text }) => text.trim() !== '').length
  return { note: `${written} of ${segments.length} written` }
}

/** All of them act while a text is typed. */
export function hints(config: Config): readonly Hint[] {
  return hintsOf(config).map(hint => ({ ...hint, whileTyping: true }))
}

function hintsOf(config: Config): readonly Hint[] {
  if (config.mode === 'whole')
    return [
      { caps: ['Esc'], text: 'play or pause' },
      { caps: ['F1'], text: 'back 2 s' },
      { caps: ['⇧', 'Tab'], text: 'leave the text' }
    ]
  return [
    { caps: ['Ctrl', '↓'], text: 'next and play' },
    { caps: ['Ctrl', '/'], text: 'split here' },
    { caps: ['Ctrl', '⇧', 'M'], text: 'merge' },
    ...(config.labels.length === 0
      ? []
      : [{ caps: ['Alt', `1–${Math.min(9, config.labels.length)}`], text: 'speaker' }]),
    { caps: ['⇧', 'Tab'], text: 'leave the text' }
  ]
}
