import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fourier } from './fourier.ts'

/** By the definition: one sum for each frequency. */
function plainPowers(samples: Float32Array, first: number, size: number): number[] {
  return Array.from({ length: size / 2 + 1 }, (_, bin) => {
    let [real, imaginary] = [0, 0]
    for (let n = 0; n < size; n++) {
      const value = (samples[first + n] ?? 0) * Math.sin((Math.PI * n) / size) ** 2
      real += value * Math.cos((2 * Math.PI * bin * n) / size)
      imaginary -= value * Math.sin((2 * Math.PI * bin * n) / size)
    }
    return ((4 / size) * Math.hypot(real, imaginary)) ** 2
  })
}

function powersOf(samples: Float32Array, first: number, size: number): number[] {
  const fourier = new Fourier(size)
  const powers = new Float64Array(fourier.bins)
  fourier.powers(new Float32Array(size).fill(0.5), 0, powers)
  fourier.powers(samples, first, powers)
  return [...powers]
}

test('every frequency has the power that its definition gives, also over the ends of the sound', () => {
  const sample = fc.float({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.constantFrom(2, 8, 64, 256),
      fc.array(sample, { maxLength: 300 }),
      fc.integer({ min: -300, max: 300 }),
      (size, values, first) => {
        const samples = Float32Array.from(values)
        const plain = plainPowers(samples, first, size)
        const far = powersOf(samples, first, size).map((power, bin) => Math.abs(power - plain[bin]!))
        expect(Math.max(...far)).toBeLessThan(1e-9)
      }
    )
  )
})

test('a sine of full scale has the power 1 at its frequency, and a quarter of it on both sides', () => {
  const sine = Float32Array.from({ length: 512 }, (_, n) => Math.sin((2 * Math.PI * 40 * n) / 512))
  expect(
    powersOf(sine, 0, 512)
      .map(power => Number(power.toFixed(4)))
      .slice(37, 44)
  ).toEqual([0, 0, 0.25, 1, 0.25, 0, 0])
})
