import type { Sound } from '../kit/sound.ts'

/** For views that show no recording. */
export const noSound = (path: string): Sound => ({
  url: path,
  state: () => ({ state: 'opening' }),
  subscribe: () => () => undefined,
  peaks: async (from, to, columns) => ({ from, to, values: new Int8Array(columns * 2), exact: false }),
  samples: async (from, _to, sampleRate) => ({ from, sampleRate, values: new Float32Array(0) }),
  speech: async () => [],
  close: () => undefined
})
