import type { Answer } from './schema.ts'

/** `36 of 58 written`, `41 segments`, `120 words`, `no speech`. */
export function summary(answer: Answer): string {
  const count = answer.segments.length
  const written = answer.segments.filter(segment => segment.text.trim() !== '').length
  if (count > 0) {
    const all = `${count} ${count === 1 ? 'segment' : 'segments'}`
    return written === count ? all : `${written} of ${count} written`
  }
  if (answer.transcript !== undefined) {
    const words = answer.transcript.split(/\s+/u).filter(word => word !== '').length
    return `${words} ${words === 1 ? 'word' : 'words'}`
  }
  return answer.nothing === true ? 'no speech' : '0 segments'
}
