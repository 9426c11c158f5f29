import type { Exporter } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import {
  answeredRecordings,
  type AnsweredRecording,
  type SaidSegment,
  SEGMENTS_ONLY,
  segmentsOnly
} from './exported.ts'
import { filesOfRecordings } from './files-of-recordings.ts'
import { clock, wholeMilliseconds } from './milliseconds.ts'
import { srtText } from './srt-text.ts'

/** SubRip: a file of cues for each recording, under its name. */
export const srtExporter: Exporter<Config, Answer> = {
  format: 'srt',
  title: 'SRT subtitles',
  extension: 'srt',
  cannotCarry: `Parts of milliseconds, blank lines and arrows in texts, kinds, who transcribed. ${SEGMENTS_ONLY} A speaker stands before the text as [Name].`,
  offsetUnit: null,
  tokenizer: null,
  async *write(records, context) {
    const nameOf = filesOfRecordings(context)
    for await (const recording of answeredRecordings(records, context)) {
      const segments = segmentsOnly(recording)
      if (segments === undefined) continue
      yield { file: `${nameOf(recording)}.srt`, text: cues(segments, recording), last: true }
    }
  }
}

function cues(segments: readonly SaidSegment[], { drop }: AnsweredRecording): string {
  const times = wholeMilliseconds(segments)
  return segments
    .map((segment, at) => {
      const { start = 0, end = 0 } = times[at] ?? {}
      return `${at + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${lines(segment, drop)}\n\n`
    })
    .join('')
}

function lines({ id, speaker, text }: SaidSegment, drop: (reason: string) => void): string {
  const full = text
    .split(/\r\n|\r|\n/)
    .filter(line => line !== '')
    .join('\n')
  if (full !== text)
    drop(`Blank lines and returns in the text of segment ${id} were taken out: SRT ends a cue at one.`)
  const plain = full.replaceAll('-->', '->')
  if (plain !== full) drop(`The arrow --> in the text of segment ${id} became ->: SRT takes it for times.`)
  return srtText(speaker, plain)
}
