import type { ExportContext, ExportCopy, FormatOption } from '../../kit/format.ts'
import { optionOf } from '../../kit/drops.ts'
import { seconds } from '../../kit/seconds.ts'
import type { Config } from '../schema.ts'
import type { AnsweredRecording, SaidSegment } from './exported.ts'

export const audioOption: FormatOption = {
  name: 'audio',
  values: ['copy', 'leave', 'clips'],
  about:
    'Copy the recordings beside the texts, leave them where they are, or cut a WAV out of them for each segment. Only WAV can be cut.'
}

export const audioWanted = (context: ExportContext<Config>): 'copy' | 'leave' | 'clips' =>
  optionOf(context, 'audio', ['copy', 'leave', 'clips'])

/** Why no clips can be cut out of a recording; undefined when they can. */
export async function uncut(
  context: ExportContext<Config>,
  { path }: AnsweredRecording
): Promise<string | undefined> {
  if (context.cutProblem === undefined) return 'Recordings cannot be cut here.'
  return context.cutProblem(path)
}

export interface Clip extends ExportCopy {
  /** Seconds, of the samples that are in it. */
  readonly duration: number
}

/** The piece of a recording in which a segment is said, under the stem of the recording and its number, from 1. */
export function clipOf(
  { path, sampleRate }: AnsweredRecording,
  { start, end }: SaidSegment,
  name: { readonly folder: string; readonly stem: string; readonly number: number }
): Clip {
  const rate = sampleRate ?? 1000
  const frames = Math.max(1, Math.round(end * rate) - Math.round(start * rate))
  return {
    file: `${name.folder}${name.stem}/${String(name.number).padStart(4, '0')}.wav`,
    copyOf: path,
    cut: { from: seconds(start), to: seconds(end) },
    duration: Math.round((frames / rate) * 1e9) / 1e9
  }
}

/** Without what only the exporter needs to know. */
export const asCopy = ({ file, copyOf, cut }: Clip): ExportCopy => ({
  file,
  copyOf,
  ...(cut === undefined ? {} : { cut })
})

/** A text in one line: formats of a line each cannot hold more. What changed is said. */
export function inOneLine(text: string, segment: string, drop: (reason: string) => void): string {
  if (!/[\r\n]/.test(text)) return text
  drop(`The line ends in the text of ${segment} became blanks.`)
  return text.replace(/\r\n|\r|\n/g, ' ')
}
