/**
 * Label colours on a picture: the dark set of renderer/theme/tokens.css in both themes, because a picture has no theme.
 * A canvas cannot read custom properties.
 */
const labelColours = [
  '#7debd5',
  '#dc701e',
  '#ab78f1',
  '#bdd780',
  '#e1819c',
  '#05baec',
  '#b28162',
  '#8fc797',
  '#ed8de3',
  '#fadd6e',
  '#e0512f',
  '#9773a2'
] as const

/** The ink of a badge on any of these colours. */
export const INK = '#131316'
export const WHITE = '#ffffff'
/** Around lines, so that they hold on any picture. */
export const CASING = 'rgb(0 0 0 / 0.6)'
/** Behind words on a picture. */
export const PLATE = 'rgb(20 21 23 / 0.88)'
export const PLATE_TEXT = '#f2f2f3'
/** The accent of the dark theme: a marquee says "here", it is no label. */
export const HERE = '#7ba3ff'

/** The colour of a label by its place in the palette of twelve; white for a label that the task does not know. */
export function labelColour(place: number): string {
  return place < 1 ? WHITE : (labelColours[(place - 1) % labelColours.length] ?? WHITE)
}
