import type { Hint } from '../../kit/view.ts'
import type { Answer, Config, ShapeKind } from '../schema.ts'

const plurals: Readonly<Record<ShapeKind, string>> = {
  box: 'boxes',
  rotated: 'rotated boxes',
  polygon: 'polygons',
  point: 'points'
}

export function headline(config: Config, answer: Answer): { count: number; note: string } {
  return { count: answer.shapes.length, note: noteOf(config.shapes) }
}

/** Short enough to leave room for the title of the task. */
function noteOf(kinds: readonly ShapeKind[]): string {
  return kinds.length > 2 ? 'shapes' : kinds.map(kind => plurals[kind]).join(' · ')
}

export function hints(config: Config): readonly Hint[] {
  return [
    { caps: ['R'], text: 'draw' },
    { caps: ['1–9'], text: 'label' },
    { caps: ['Tab'], text: 'next shape' },
    { caps: ['←', '→', '↑', '↓'], text: '1 px' },
    { caps: ['Ctrl', '⇧', '→'], text: 'grow' },
    ...(config.attributes.length === 0 ? [] : [{ caps: ['Q'], text: 'attributes' }]),
    { caps: ['Del'], text: 'remove' },
    { caps: ['N'], text: 'nothing here' }
  ]
}
