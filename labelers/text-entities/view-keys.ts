import type { KeyBinding } from '../kit/labeler.ts'
import type { Command } from './schema.ts'

type Binding = KeyBinding<Command>

const both = (id: string, title: string, key: string): Binding[] => [
  { id: `caret.${id}`, title, keys: [key], group: 'Words' },
  { id: `extend.${id}`, title: `${title}, extending the selection`, keys: [shifted(key)], group: 'Words' }
]

/** `Ctrl+Home` gives `Ctrl+Shift+Home`: modifiers stand in the order Ctrl, Alt, Shift. */
function shifted(key: string): string {
  const parts = key.split('+')
  return [...parts.slice(0, -1), 'Shift', ...parts.slice(-1)].join('+')
}

/**
 * The keys of the text that need to know where the caret, the selection or the selected span is.
 * None of them carries a command: the view makes it.
 */
export const viewKeys: readonly Binding[] = [
  ...both('word-left', 'Word to the left', 'ArrowLeft'),
  ...both('word-right', 'Word to the right', 'ArrowRight'),
  ...both('character-left', 'Character to the left', 'Alt+ArrowLeft'),
  ...both('character-right', 'Character to the right', 'Alt+ArrowRight'),
  ...both('up', 'Line up', 'ArrowUp'),
  ...both('down', 'Line down', 'ArrowDown'),
  ...both('line-start', 'Start of the line, then of the paragraph', 'Home'),
  ...both('line-end', 'End of the line, then of the paragraph', 'End'),
  ...both('text-start', 'Start of the text', 'Ctrl+Home'),
  ...both('text-end', 'End of the text', 'Ctrl+End'),
  { id: 'selection.clear', title: 'Clear the selection', keys: ['Escape'], group: 'Words' },
  { id: 'search.open', title: 'Search and select', keys: ['/', 'Ctrl+f'], group: 'Words' },
  { id: 'span.next', title: 'Next span', keys: ['Space'], group: 'Spans' },
  { id: 'span.previous', title: 'Previous span', keys: ['Shift+Space'], group: 'Spans' },
  { id: 'span.next-in-text', title: 'Next span, in the text', keys: ['Tab'], group: 'Spans' },
  { id: 'span.previous-in-text', title: 'Previous span, in the text', keys: ['Shift+Tab'], group: 'Spans' },
  { id: 'edge.start-left', title: 'Move the start edge left', keys: ['{'], group: 'Spans' },
  { id: 'edge.start-right', title: 'Move the start edge right', keys: ['}'], group: 'Spans' },
  { id: 'edge.end-left', title: 'Move the end edge left', keys: ['['], group: 'Spans' },
  { id: 'edge.end-right', title: 'Move the end edge right', keys: [']'], group: 'Spans' },
  {
    id: 'edge.start-left-character',
    title: 'Start edge left by a character',
    keys: ['Ctrl+{'],
    group: 'Spans'
  },
  {
    id: 'edge.start-right-character',
    title: 'Start edge right by a character',
    keys: ['Ctrl+}'],
    group: 'Spans'
  },
  { id: 'edge.end-left-character', title: 'End edge left by a character', keys: ['Ctrl+['], group: 'Spans' },
  {
    id: 'edge.end-right-character',
    title: 'End edge right by a character',
    keys: ['Ctrl+]'],
    group: 'Spans'
  },
  { id: 'span.remove', title: 'Remove the span', keys: ['Delete', 'Backspace'], group: 'Spans' },
  { id: 'matches.apply', title: 'Label the matches shown', keys: ['Enter'], group: 'Spans' },
  { id: 'label.find', title: 'Find a label by name', keys: [';'], group: 'Labels' }
]
