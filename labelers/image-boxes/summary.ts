import type { Answer } from './schema.ts'

/** `10 boxes, 1 without label`, `3 shapes`, `nothing here`. */
export function summary(answer: Answer): string {
  const count = answer.shapes.length
  if (count === 0 && answer.nothing === true) return 'nothing here'
  const bare = answer.shapes.filter(shape => shape.label === null).length
  const onlyBoxes = answer.shapes.every(shape => shape.kind === 'box' || shape.kind === 'rotated')
  const [one, many] = onlyBoxes ? ['box', 'boxes'] : ['shape', 'shapes']
  return `${count} ${count === 1 ? one : many}${bare === 0 ? '' : `, ${bare} without label`}`
}
