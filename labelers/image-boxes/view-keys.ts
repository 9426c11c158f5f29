import type { KeyBinding } from '../kit/labeler.ts'
import type { Command } from './schema.ts'

type Binding = KeyBinding<Command>

const arrows = [
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown']
] as const

/** Four bindings, one for each arrow: `nudge.left`, `nudge.right`, … */
const ofArrows = (id: string, title: string, modifiers: string, group: string): Binding[] =>
  arrows.map(([way, key]) => ({
    id: `${id}.${way}`,
    title: `${title} ${way}`,
    keys: [modifiers + key],
    group
  }))

/**
 * The keys of the image that need to know the tool, the selection or the part of the image that is shown.
 * None of them carries a command: the view makes it. The arrows move the crosshair while a shape is made from the
 * keyboard, size the box after its first corner is set, and step through attributes in attribute mode.
 */
export const viewKeys: readonly Binding[] = [
  { id: 'tool.select', title: 'Select', keys: ['v'], group: 'Tools' },
  { id: 'tool.box', title: 'Draw boxes', keys: ['r', 'w', 'b'], group: 'Tools' },
  { id: 'tool.rotated', title: 'Draw rotated boxes', keys: ['o'], group: 'Tools' },
  { id: 'tool.polygon', title: 'Draw polygons', keys: ['p'], group: 'Tools' },
  { id: 'tool.point', title: 'Draw points', keys: ['k'], group: 'Tools' },
  { id: 'tool.pan', title: 'Move the view: hold and drag', keys: ['Space'], group: 'Tools' },
  { id: 'drawing.set', title: 'Set the corner or the point', keys: ['Enter'], group: 'Tools' },
  { id: 'drawing.stop', title: 'Stop drawing, clear the selection', keys: ['Escape'], group: 'Tools' },

  ...ofArrows('nudge', 'Move 1 pixel', '', 'Shapes'),
  ...ofArrows('nudge-far', 'Move 10 pixels', 'Shift+', 'Shapes'),
  ...ofArrows('grow', 'Grow', 'Ctrl+Shift+', 'Shapes'),
  ...ofArrows('shrink', 'Shrink', 'Ctrl+Alt+', 'Shapes'),
  { id: 'shape.next', title: 'Next shape', keys: ['Alt+.'], group: 'Shapes' },
  { id: 'shape.previous', title: 'Previous shape', keys: ['Alt+,'], group: 'Shapes' },
  { id: 'shape.next-in-image', title: 'Next shape, in the image', keys: ['Tab'], group: 'Shapes' },
  {
    id: 'shape.previous-in-image',
    title: 'Previous shape, in the image',
    keys: ['Shift+Tab'],
    group: 'Shapes'
  },
  { id: 'corner.next', title: 'Next corner of the polygon', keys: ['.'], group: 'Shapes' },
  { id: 'corner.previous', title: 'Previous corner of the polygon', keys: [','], group: 'Shapes' },
  { id: 'corner.add', title: 'New corner after this one', keys: ['Insert'], group: 'Shapes' },
  { id: 'shapes.select-all', title: 'Select all shapes', keys: ['Ctrl+a'], group: 'Shapes' },
  { id: 'shapes.remove', title: 'Remove', keys: ['Delete', 'Backspace'], group: 'Shapes' },
  { id: 'shapes.duplicate', title: 'Duplicate', keys: ['Ctrl+d'], group: 'Shapes' },
  { id: 'shapes.copy', title: 'Copy', keys: ['Ctrl+c'], group: 'Shapes' },
  { id: 'shapes.paste', title: 'Paste', keys: ['Ctrl+v'], group: 'Shapes' },
  {
    id: 'shapes.paste-previous',
    title: 'Paste all from the previous image',
    keys: ['Ctrl+Shift+v'],
    group: 'Shapes'
  },
  { id: 'rotate.left', title: 'Turn left 1 degree', keys: ['Alt+ArrowLeft'], group: 'Shapes' },
  { id: 'rotate.right', title: 'Turn right 1 degree', keys: ['Alt+ArrowRight'], group: 'Shapes' },
  { id: 'rotate-far.left', title: 'Turn left 15 degrees', keys: ['Alt+Shift+ArrowLeft'], group: 'Shapes' },
  { id: 'rotate-far.right', title: 'Turn right 15 degrees', keys: ['Alt+Shift+ArrowRight'], group: 'Shapes' },
  { id: 'order.front', title: 'Bring to the front', keys: ['}'], group: 'Shapes' },
  { id: 'order.forward', title: 'Bring forward', keys: [']'], group: 'Shapes' },
  { id: 'order.backward', title: 'Send backward', keys: ['['], group: 'Shapes' },
  { id: 'order.back', title: 'Send to the back', keys: ['{'], group: 'Shapes' },
  { id: 'shapes.lock', title: 'Lock or unlock', keys: ['l'], group: 'Shapes' },
  { id: 'attributes.mode', title: 'Attributes, shape by shape', keys: ['q'], group: 'Shapes' },
  { id: 'label.none', title: 'Take the label away', keys: ['Alt+Backspace'], group: 'Labels' },
  { id: 'label.find', title: 'Find a label by name', keys: [';'], group: 'Labels' },

  { id: 'view.hide', title: 'Hide or show all shapes', keys: ['h'], group: 'View' },
  { id: 'view.solo', title: 'Show shapes of this label only', keys: ['Shift+h'], group: 'View' },
  { id: 'view.zoom-in', title: 'Zoom in', keys: ['+', '=', 'Ctrl+=', 'Ctrl++'], group: 'View' },
  { id: 'view.zoom-out', title: 'Zoom out', keys: ['-', 'Ctrl+-'], group: 'View' },
  { id: 'view.fit', title: 'Fit the image', keys: ['Ctrl+0'], group: 'View' },
  { id: 'view.actual-size', title: 'Actual size, 100 %', keys: ['Ctrl+Alt+0'], group: 'View' },
  { id: 'view.to-selection', title: 'Zoom to the selection', keys: ['z'], group: 'View' },
  { id: 'view.adjust', title: 'Brightness and contrast', keys: ['i'], group: 'View' },
  { id: 'view.crosshair', title: 'Show or hide the crosshair', keys: ['Ctrl+Alt+c'], group: 'View' },
  { id: 'view.minimap', title: 'Show or hide the small map', keys: ['Ctrl+Alt+m'], group: 'View' }
]
