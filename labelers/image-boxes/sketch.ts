import type { Sketch } from '../kit/sketch.ts'

export const imageBoxesSketch: Sketch = {
  at: 'item',
  alone: { grey: 'M8 6h48v32H8zM8 31l11-9 8 6M40 30l7-6 9 7', accent: 'M26 15h15v18H26zM13 10h9v7h-9z' },
  shared: { grey: 'M6 8h30v28H6zM6 29l7-6 4 3', accent: 'M18 15h12v15H18z' }
}
