/** Lobes of the sinc on each side of the middle. */
const LOBES = 12

/**
 * Fewer samples of the same sound: every `factor`th, after all that the lower rate cannot carry is taken out by a
 * windowed sinc.
 */
export function fewerSamples(samples: Float32Array, factor: number): Float32Array {
  if (factor <= 1) return samples
  const kernel = lowPass(factor)
  const reach = (kernel.length - 1) / 2
  const fewer = new Float32Array(Math.floor(samples.length / factor))
  for (let to = 0; to < fewer.length; to++) {
    const middle = to * factor
    const first = Math.max(0, middle - reach)
    const last = Math.min(samples.length - 1, middle + reach)
    let sum = 0
    for (let at = first; at <= last; at++) sum += samples[at]! * kernel[at - middle + reach]!
    fewer[to] = sum
  }
  return fewer
}

function lowPass(factor: number): Float32Array {
  const reach = LOBES * factor
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, n) => {
    const x = (n - reach) / factor
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * (n - reach)) / (reach + 1)))
  })
  const sum = kernel.reduce((total, value) => total + value, 0)
  return kernel.map(value => value / sum)
}
