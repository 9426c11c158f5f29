import type { Exporter } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { SEGMENTS_ONLY } from './exported.ts'
import { scoredFiles } from './scored-recordings.ts'
import { scoredWords } from './scored-words.ts'
import { lengthText, secondsText } from './seconds-text.ts'
import { sharedOut } from './words-of-text.ts'

/** NIST's time marks of words, `recording channel start duration word`. */
export const ctmExporter: Exporter<Config, Answer> = {
  format: 'ctm',
  title: 'CTM, words with times',
  extension: 'ctm',
  oneWay: true,
  cannotCarry: `Speakers, kinds, braces, white space, who transcribed. ${SEGMENTS_ONLY} Nobody marks words here: those of a segment share its time by their lengths.`,
  offsetUnit: null,
  tokenizer: null,
  write: (records, context) =>
    scoredFiles(records, context, 'ctm', (id, segments, { drop }) =>
      segments
        .flatMap(({ id: segment, channel, start, end, text }) =>
          sharedOut(scoredWords(text, segment, drop), start, end).map(
            timed =>
              `${id} ${channel} ${secondsText(timed.start)} ${lengthText(timed.start, timed.end)} ${timed.word}\n`
          )
        )
        .join('')
    )
}
