/** One icon on a grid of 16: paths drawn with a 1.4 px line, paths that are filled, and a path drawn with a dashed line. */
export interface IconShape {
  readonly stroke?: string
  readonly fill?: string
  readonly dashed?: string
}

export const iconShapes = {
  /** Keeps the place of one. */
  none: {},
  todo: { stroke: 'M3.4 8a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0z' },
  draft: { stroke: 'M3.4 8a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0z', fill: 'M8 3.4a4.6 4.6 0 0 1 0 9.2z' },
  submitted: { fill: 'M2.8 8a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0 -10.4 0z' },
  skipped: { stroke: 'M6 8h4', dashed: 'M3.4 8a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0z' },
  flagged: { stroke: 'M4.5 14V2.5h7L9.6 5.7l1.9 3.3h-7z', fill: 'M4.5 14V2.5h7L9.6 5.7l1.9 3.3h-7z' },
  accepted: { stroke: 'M3.5 8.5l3 3 6-7' },
  rejected: { stroke: 'M4.5 4.5l7 7m0-7l-7 7' },
  check: { stroke: 'M3.5 8.5l3 3 6-7' },
  x: { stroke: 'M4.5 4.5l7 7m0-7l-7 7' },
  search: { stroke: 'M3 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM10 10l3.5 3.5' },
  filter: { stroke: 'M2.5 4h11M4.5 8h7M6.5 12h3' },
  right: { stroke: 'M6 4l4 4-4 4' },
  down: { stroke: 'M4 6l4 4 4-4' },
  minus: { stroke: 'M3.5 8h9' },
  plus: { stroke: 'M8 3.5v9M3.5 8h9' },
  folder: { stroke: 'M2 12.5v-9h4l1.5 2H14v7z' },
  text: { stroke: 'M3 4.5V3h10v1.5M8 3v10M6.5 13h3' },
  image: {
    stroke: 'M2.5 3h11v10h-11zM3 11l3.2-3.2L9 10.5l2-2 2.5 2.5',
    fill: 'M9.8 5.8a0.9 0.9 0 1 0 1.8 0a0.9 0.9 0 1 0 -1.8 0z'
  },
  audio: { stroke: 'M2.5 7v2M5 5v6M7.5 2.5v11M10 5v6M12.5 6.5v3' },
  rank: { stroke: 'M2.5 13.5V9h3v4.5M6.5 13.5v-10h3v10M10.5 13.5V7h3v6.5' },
  rubric: {
    stroke: 'M2.5 4l1.2 1.2L6 3M2.5 8.5l1.2 1.2L6 7.5M2.5 13l1.2 1.2L6 12M8.5 4.5h5M8.5 9h5M8.5 13.5h5'
  },
  play: { fill: 'M4.5 2.5v11l9-5.5z' },
  pause: { fill: 'M4 3h3v10H4zM9 3h3v10H9z' },
  back: { stroke: 'M8 4L4 8l4 4M13 4L9 8l4 4' },
  forward: { stroke: 'M3 4l4 4-4 4M8 4l4 4-4 4' },
  loop: { stroke: 'M3 7a4 4 0 0 1 4-3h5M10 2l2 2-2 2M13 9a4 4 0 0 1-4 3H4M6 14l-2-2 2-2' },
  undo: { stroke: 'M5.5 3L2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6' },
  redo: { stroke: 'M10.5 3l3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10' },
  eye: {
    stroke:
      'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM6.1 8a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0 -3.8 0z'
  },
  eyeoff: { stroke: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM3 13.5l10-11' },
  lock: { stroke: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2' },
  comment: { stroke: 'M2.5 3h11v8h-6l-3 2.5V11h-2z' },
  book: {
    stroke: 'M8 4C6.5 3 4.5 3 2.5 3.3v9C4.5 12 6.5 12 8 13c1.5-1 3.5-1 5.5-.7v-9C11.5 3 9.5 3 8 4zM8 4v9'
  },
  warn: { stroke: 'M8 2.5l6 11H2zM8 6.5v3.2M8 11.7v.1' },
  info: { stroke: 'M2.2 8a5.8 5.8 0 1 0 11.6 0a5.8 5.8 0 1 0 -11.6 0zM8 7.3v3.5M8 5v.1' },
  error: { stroke: 'M2.2 8a5.8 5.8 0 1 0 11.6 0a5.8 5.8 0 1 0 -11.6 0zM8 4.8v4M8 11v.1' },
  grip: {
    fill: 'M5 4a1 1 0 1 0 2 0a1 1 0 1 0 -2 0zM9 4a1 1 0 1 0 2 0a1 1 0 1 0 -2 0zM5 8a1 1 0 1 0 2 0a1 1 0 1 0 -2 0zM9 8a1 1 0 1 0 2 0a1 1 0 1 0 -2 0zM5 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0zM9 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z'
  },
  trash: { stroke: 'M2.5 4.5h11M6 4.5V3h4v1.5M4 4.5l.7 9h6.6l.7-9' },
  user: { stroke: 'M5.5 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0zM3 13.5c.5-3 2.3-4 5-4s4.5 1 5 4' },
  clock: { stroke: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0zM8 4.8V8l2.2 1.5' },
  export: { stroke: 'M8 10V2.5M5 5.2l3-2.7 3 2.7M3 9v4.5h10V9' },
  history: { stroke: 'M2.5 8A5.5 5.5 0 1 0 4.5 3.7M2.5 2.5V5h2.6M8 5v3.2l2 1.3' },
  keyboard: { stroke: 'M1.5 4h13v8h-13zM4 6.5h.1M6.6 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6' },
  file: { stroke: 'M4 2h5l3 3v9H4zM9 2v3h3' },
  layers: { stroke: 'M8 2.5l6 3-6 3-6-3zM2 9l6 3 6-3' },
  form: { stroke: 'M2.5 3.5h11v3h-11zM2.5 9.5h11v3h-11z' },
  cursor: { stroke: 'M4 2.5l8.5 5-3.7 1L7 12.5z' },
  box: { stroke: 'M3 4h10v8h-10z' },
  rotated: { stroke: 'M6.2 2.5l7.3 3.9-3.7 7.1-7.3-3.9z' },
  polygon: { stroke: 'M3 6l5-3.5L13.5 6l-2 7h-6z' },
  point: { stroke: 'M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3', fill: 'M6 8a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z' },
  hand: {
    stroke:
      'M5 8.5V4.3a1 1 0 0 1 2 0V7m0-3.7a1 1 0 0 1 2 0V7m0-2.7a1 1 0 0 1 2 0V9.5c0 2.5-1.5 4-3.7 4-1.7 0-2.6-.8-3.3-2L2.8 9a1 1 0 0 1 1.7-1z'
  },
  sun: {
    stroke:
      'M5.2 8a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7'
  }
} satisfies Record<string, IconShape>

export type IconName = keyof typeof iconShapes
