import type { Sketch } from '../kit/sketch.ts'

export const choiceSketch: Sketch = {
  at: 'beside',
  alone: { grey: 'M8 19h30v8H8zM8 30h30v8H8zM44 12h12M44 23h8M44 34h10', accent: 'M8 8h30v8H8z' },
  shared: { grey: 'M42 19h16v7H42zM42 30h16v7H42z', accent: 'M42 8h16v7H42z' }
}
