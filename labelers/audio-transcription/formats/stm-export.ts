import type { Exporter } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { SEGMENTS_ONLY } from './exported.ts'
import { PlainIds } from './plain-ids.ts'
import { scoredFiles } from './scored-recordings.ts'
import { scoredWords } from './scored-words.ts'
import { secondsText } from './seconds-text.ts'

/*
 * NIST's segment time marks, the reference of sclite: `recording channel speaker start end <label> words`. The label is
 * always written, or a text that begins with `<` would be one. Where nobody speaks there is one segment without words.
 */

export const stmExporter: Exporter<Config, Answer> = {
  format: 'stm',
  title: 'STM, reference of sclite',
  extension: 'stm',
  oneWay: true,
  cannotCarry: `Kinds, line ends, braces, more than one blank between words, who transcribed. ${SEGMENTS_ONLY} Names of recordings and speakers become ids without blanks. What overlaps goes into further channels.`,
  offsetUnit: null,
  tokenizer: null,
  write: (records, context) => {
    const speakers = new PlainIds('speaker', { hyphens: true, reserved: ['nobody'] })
    return scoredFiles(records, context, 'stm', (id, segments, { duration, drop }) => {
      if (segments.length > 0)
        return segments
          .map(({ id: segment, channel, start, end, speaker, text }) => {
            const who = speaker === null ? 'nobody' : speakers.idFor(speaker)
            const words = scoredWords(text, segment, drop).join(' ')
            return `${id} ${channel} ${who} ${secondsText(start)} ${secondsText(end)} <o> ${words}\n`
          })
          .join('')
      if (duration !== undefined) return `${id} 1 nobody 0 ${secondsText(duration)} <o> \n`
      drop('Nobody speaks in it, and nobody knows how long it is.')
      return ''
    })
  }
}
