import type { Sketch } from '../kit/sketch.ts'

export const audioTranscriptionSketch: Sketch = {
  at: 'item',
  alone: {
    grey: 'M8 22v0M14 16v12M20 10v24M26 18v8M38 14v16M44 8v28M50 16v12M56 21v2',
    accent: 'M8 38h20M36 38h20'
  },
  shared: { grey: 'M8 18v8M14 12v20M20 8v28M26 14v16M32 19v6', accent: 'M8 40h10M22 40h10' }
}
