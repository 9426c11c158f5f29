import type { Exporter } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { answeredRecordings, SEGMENTS_ONLY, segmentsOnly } from './exported.ts'
import { filesOfRecordings } from './files-of-recordings.ts'
import { clock, wholeMilliseconds } from './milliseconds.ts'
import { vttText } from './vtt-text.ts'

/** WebVTT, https://www.w3.org/TR/webvtt1/: a file of cues for each recording, under its name. */
export const vttExporter: Exporter<Config, Answer> = {
  format: 'vtt',
  title: 'WebVTT subtitles',
  extension: 'vtt',
  cannotCarry: `Parts of milliseconds, kinds, who transcribed. ${SEGMENTS_ONLY}`,
  offsetUnit: null,
  tokenizer: null,
  async *write(records, context) {
    const nameOf = filesOfRecordings(context)
    for await (const recording of answeredRecordings(records, context)) {
      const segments = segmentsOnly(recording)
      if (segments === undefined) continue
      const times = wholeMilliseconds(segments)
      const cues = segments.map(({ speaker, text }, at) => {
        const { start = 0, end = 0 } = times[at] ?? {}
        return `\n${clock(start, '.')} --> ${clock(end, '.')}\n${vttText(speaker, text)}\n`
      })
      yield { file: `${nameOf(recording)}.vtt`, text: `WEBVTT\n${cues.join('')}`, last: true }
    }
  }
}
