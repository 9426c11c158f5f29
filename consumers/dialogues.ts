import type { Said } from '../project/test/recorded-project.ts'

/** Names and texts that are easily got wrong: quotes, right to left, beyond the BMP, what formats use themselves. */
export const speakers = ['Nurse "Ann"', 'Zoë', '名前', 'transcription', '<b>x</b>'] as const

const texts = [
  'Okay. Any swelling around her lips?',
  'No — just “itchy” & red, <3 days.',
  'He said ""no"" ! and left',
  'متى يمكنني الحضور؟',
  'two\nlines',
  '🩺 [noise] 42',
  'word',
  "don't, can't; 5/6 (um) uh-"
]

/** Recordings of so many segments each: speakers take turns, some overlap, some touch, some are a millisecond long. */
export function dialogue(segments: number, shift: number): readonly Said[] {
  let at = shift / 7
  const said = Array.from({ length: segments }, (_, n): Said => {
    const start = Math.round(at * 1000) / 1000
    const length = n % 9 === 4 ? 0.001 : 0.4 + ((n * 37 + shift) % 11) / 10
    const end = Math.round((start + length) * 1000) / 1000
    at = n % 5 === 3 ? end - 0.15 : n % 3 === 0 ? end : end + 0.25
    const speaker = n % 6 === 5 ? undefined : speakers[(n + shift) % speakers.length]
    const text = texts[(n * 3 + shift) % texts.length] ?? ''
    return speaker === undefined ? [start, end, text] : [start, end, text, speaker]
  })
  return said.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}
