import type { KeyBinding } from '../kit/labeler.ts'
import type { Command } from './schema.ts'

type Binding = KeyBinding<Command>

/**
 * The keys that need to know what plays, where the playhead is or which segment is in hand. None of them carries a
 * command: the view makes it. `whileTyping` are keys a text field would take for itself.
 */
export const viewKeys: readonly Binding[] = [
  { id: 'play.toggle', title: 'Play or pause', keys: ['Space'], group: 'Playback' },
  {
    id: 'play.toggle-typing',
    title: 'Play or pause while typing; else clear the selection',
    keys: ['Escape'],
    group: 'Playback',
    whileTyping: true
  },
  { id: 'play.back', title: 'Back 2 seconds', keys: ['j', 'F1'], group: 'Playback' },
  { id: 'play.forward', title: 'Forward 2 seconds', keys: ['l', 'F2'], group: 'Playback' },
  { id: 'play.slower', title: 'Slower', keys: ['F3'], group: 'Playback' },
  { id: 'play.faster', title: 'Faster', keys: ['F4'], group: 'Playback' },
  { id: 'play.normal-speed', title: 'Normal speed', keys: ['Shift+F3'], group: 'Playback' },
  { id: 'play.replay', title: 'Replay the segment', keys: ['r', 'Ctrl+Alt+r'], group: 'Playback' },
  { id: 'play.loop', title: 'Loop the segment', keys: ['Shift+r', 'Ctrl+Alt+l'], group: 'Playback' },
  { id: 'playhead.left', title: 'Playhead left 0.1 seconds', keys: ['ArrowLeft'], group: 'Playback' },
  { id: 'playhead.right', title: 'Playhead right 0.1 seconds', keys: ['ArrowRight'], group: 'Playback' },
  {
    id: 'playhead.left-fine',
    title: 'Playhead left 10 milliseconds',
    keys: ['Shift+ArrowLeft'],
    group: 'Playback'
  },
  {
    id: 'playhead.right-fine',
    title: 'Playhead right 10 milliseconds',
    keys: ['Shift+ArrowRight'],
    group: 'Playback'
  },
  { id: 'playhead.start', title: 'To the start of the recording', keys: ['Home'], group: 'Playback' },
  { id: 'playhead.end', title: 'To the end of the recording', keys: ['End'], group: 'Playback' },

  {
    id: 'segment.next',
    title: 'Next segment, and play it',
    keys: ['Ctrl+ArrowDown'],
    group: 'Segments',
    whileTyping: true
  },
  {
    id: 'segment.previous',
    title: 'Previous segment, and play it',
    keys: ['Ctrl+ArrowUp'],
    group: 'Segments',
    whileTyping: true
  },
  { id: 'segment.select-next', title: 'Select the next segment', keys: ['ArrowDown'], group: 'Segments' },
  {
    id: 'segment.select-previous',
    title: 'Select the previous segment',
    keys: ['ArrowUp'],
    group: 'Segments'
  },
  {
    id: 'segment.extend-next',
    title: 'Select the next segment, too',
    keys: ['Shift+ArrowDown'],
    group: 'Segments'
  },
  {
    id: 'segment.extend-previous',
    title: 'Select the previous segment, too',
    keys: ['Shift+ArrowUp'],
    group: 'Segments'
  },
  { id: 'segments.select-all', title: 'Select all segments', keys: ['Ctrl+a'], group: 'Segments' },
  { id: 'mark.in', title: 'Begin a segment here', keys: ['[', 'Ctrl+['], group: 'Segments' },
  { id: 'mark.out', title: 'End the segment here', keys: [']', 'Ctrl+]'], group: 'Segments' },
  {
    id: 'segment.enter',
    title: 'While playing: end the segment here and begin the next; else type its text',
    keys: ['Enter'],
    group: 'Segments'
  },
  { id: 'segment.split', title: 'Split at the playhead', keys: ['Ctrl+/'], group: 'Segments' },
  { id: 'segments.merge', title: 'Merge with the next', keys: ['Ctrl+Shift+m'], group: 'Segments' },
  {
    id: 'segments.remove',
    title: 'Remove',
    keys: ['Delete', 'Backspace', 'Ctrl+Shift+Delete'],
    group: 'Segments'
  },
  {
    id: 'edge.start-left',
    title: 'Start 10 milliseconds earlier',
    keys: ['Alt+ArrowLeft'],
    group: 'Segments'
  },
  {
    id: 'edge.start-right',
    title: 'Start 10 milliseconds later',
    keys: ['Alt+ArrowRight'],
    group: 'Segments'
  },
  {
    id: 'edge.end-left',
    title: 'End 10 milliseconds earlier',
    keys: ['Alt+Shift+ArrowLeft'],
    group: 'Segments',
    whileTyping: true
  },
  {
    id: 'edge.end-right',
    title: 'End 10 milliseconds later',
    keys: ['Alt+Shift+ArrowRight'],
    group: 'Segments',
    whileTyping: true
  },
  { id: 'edge.start-here', title: 'Start at the playhead', keys: ['{', 'Ctrl+{'], group: 'Segments' },
  { id: 'edge.end-here', title: 'End at the playhead', keys: ['}', 'Ctrl+}'], group: 'Segments' },
  { id: 'segments.detect', title: 'Find speech', keys: ['Ctrl+Alt+d'], group: 'Segments' },

  { id: 'text.leave', title: 'Leave the text', keys: ['Shift+Tab'], group: 'Text', whileTyping: true },
  { id: 'finding.next', title: 'Next finding in the texts', keys: ['F8'], group: 'Text' },
  { id: 'finding.previous', title: 'Previous finding in the texts', keys: ['Shift+F8'], group: 'Text' },
  { id: 'finding.mend', title: 'Mend the finding', keys: ['Ctrl+.'], group: 'Text' },

  {
    id: 'speaker.none',
    title: 'Nobody named',
    keys: ['Alt+Backspace'],
    group: 'Speakers',
    whileTyping: true
  },

  { id: 'view.mode', title: 'Segment or transcribe', keys: ['m', 'Ctrl+m'], group: 'View' },
  { id: 'view.spectrogram', title: 'Show or hide the spectrogram', keys: ['p', 'Ctrl+Alt+p'], group: 'View' },
  { id: 'view.zoom-in', title: 'Zoom in', keys: ['+', '=', 'Ctrl+=', 'Ctrl++'], group: 'View' },
  { id: 'view.zoom-out', title: 'Zoom out', keys: ['-', 'Ctrl+-'], group: 'View' },
  { id: 'view.fit', title: 'Fit the recording', keys: ['Ctrl+0'], group: 'View' },
  { id: 'view.to-segment', title: 'Zoom to the segment', keys: ['z', 'Ctrl+Alt+z'], group: 'View' }
]
