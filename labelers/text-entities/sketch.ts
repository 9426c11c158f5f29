import type { Sketch } from '../kit/sketch.ts'

export const textEntitiesSketch: Sketch = {
  at: 'item',
  alone: { grey: 'M8 12h48M8 22h20M32 22h24M8 32h30', accent: 'M8 26h20M32 16h14M20 36h18' },
  shared: { grey: 'M6 12h28M6 22h24M6 32h26', accent: 'M12 16h14M6 36h16' }
}
