import { csvLine } from '../../kit/csv.ts'
import { optionOf } from '../../kit/drops.ts'
import type { Exporter } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { csvColumns } from './csv-columns.ts'
import { answeredRecordings, type AnsweredRecording } from './exported.ts'
import { secondsText } from './seconds-text.ts'

export const csvExporter: Exporter<Config, Answer> = {
  format: 'csv',
  title: 'CSV or TSV of segments',
  extension: 'csv',
  cannotCarry: 'Who transcribed.',
  offsetUnit: null,
  tokenizer: null,
  options: [
    {
      name: 'separator',
      values: ['comma', 'tab'],
      about: 'Cells with commas between them, or a TSV with tabs. Both quote what must be quoted.'
    }
  ],
  async *write(records, context) {
    const separator = optionOf(context, 'separator', ['comma', 'tab']) === 'tab' ? '\t' : ','
    const fileOf = (task: string) => context.fileName(task, separator === '\t' ? 'tsv' : 'csv')
    for (const task of context.tasks)
      yield { file: fileOf(task.id), text: csvLine(csvColumns, separator), records: 0 }
    for await (const recording of answeredRecordings(records, context)) {
      const text = rowsOf(recording)
        .map(row => csvLine(row, separator))
        .join('')
      yield { file: fileOf(recording.task.id), text }
    }
  }
}

function rowsOf({ id, path, duration, segments, transcript }: AnsweredRecording): (readonly string[])[] {
  const long = duration === undefined ? '' : secondsText(duration)
  const rows = segments.map(({ start, end, speaker, kind, text }) => [
    path,
    secondsText(start),
    secondsText(end),
    speaker ?? '',
    kind ?? '',
    text,
    long,
    id
  ])
  const whole = [path, '', '', '', '', transcript ?? '', long, id]
  return transcript !== undefined || segments.length === 0 ? [whole, ...rows] : rows
}
