import { expect, test } from 'vitest'
import { seconds } from '../../../kit/seconds.ts'
import { hertzAt } from './mel.ts'
import { type Picture, pictureOf, type PictureOf } from './picture.ts'

const rate = 16_000

/** Silence, then from second 1 on a tone. */
function tone(hertz: number, loudness: number) {
  return Float32Array.from({ length: 2 * rate }, (_, n) =>
    n < rate ? 0 : loudness * Math.sin((2 * Math.PI * hertz * n) / rate)
  )
}

function draw(values: Float32Array, wanted: PictureOf, loudest = -Infinity): Picture & { rests: number } {
  const drawing = pictureOf({ from: seconds(0), sampleRate: rate, values }, wanted, loudest)
  for (let rests = 0; ; rests++) {
    const { done, value } = drawing.next()
    if (done === true) return { ...value, rests }
  }
}

const wanted: PictureOf = { from: 0.5, to: 1.5, columns: 10, rows: 64 }

test('a tone is seen from where it begins, at its frequency', () => {
  const { levels, rests } = draw(tone(1000, 0.5), wanted)
  const column = (at: number) => Array.from({ length: 64 }, (_, row) => levels[row * 10 + at] ?? 0)
  const strongest = column(8).indexOf(Math.max(...column(8)))
  const [low, high] = [hertzAt(1 - (strongest + 1) / 64, 8000), hertzAt(1 - strongest / 64, 8000)]
  expect({
    rests,
    before: Math.max(...column(0), ...column(3)),
    there: Math.max(...column(8)),
    isAt1000: low <= 1032 && high >= 968,
    elsewhere: column(8)[5]
  }).toEqual({ rests: 10, before: 0, there: 255, isAt1000: true, elsewhere: 0 })
})

test('a recording that was louder before makes what is quiet fainter, and silence stays empty', () => {
  const quiet = draw(tone(1000, 0.05), wanted)
  const beside = draw(tone(1000, 0.05), wanted, quiet.loudest + 20)
  const silent = draw(new Float32Array(rate * 2), wanted)
  expect([quiet, beside, silent].map(({ levels }) => Math.max(...levels))).toEqual([255, 170, 0])
})

test('seen from far away, what lies between two pixels is not lost', () => {
  const click = new Float32Array(60 * rate)
  click[30.02 * rate] = 1
  const { levels } = draw(click, { from: 0, to: 60, columns: 600, rows: 32 })
  const seen = Array.from({ length: 600 }, (_, at) => at).filter(at => (levels[10 * 600 + at] ?? 0) > 200)
  expect(seen).toEqual([300])
})
