import type { Exporter } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { answeredRecordings, type AnsweredRecording, wholeText } from './exported.ts'
import { filesOfRecordings } from './files-of-recordings.ts'

/*
 * The JSON that openai-whisper writes for a recording, https://github.com/openai/whisper (whisper/utils.py, WriteJSON).
 * Texts of segments begin with a blank there. `speaker` is where WhisperX has it; `kind`, `duration` and `transcript` are
 * ours, which readers of this format pass over.
 */

export const whisperExporter: Exporter<Config, Answer> = {
  format: 'whisper',
  title: 'Whisper JSON',
  extension: 'json',
  cannotCarry: 'Who transcribed, times of words, and what a model says of how sure it was.',
  offsetUnit: null,
  tokenizer: null,
  async *write(records, context) {
    const nameOf = filesOfRecordings(context)
    for await (const recording of answeredRecordings(records, context)) {
      yield { file: `${nameOf(recording)}.json`, text: document(recording), last: true }
    }
  }
}

function document(recording: AnsweredRecording): string {
  const { segments, transcript, duration, task } = recording
  const { language } = task.config
  const whisper = {
    text: wholeText(recording),
    ...(transcript === undefined ? {} : { transcript }),
    segments: segments.map(({ start, end, text, speaker, kind }, id) => ({
      id,
      start,
      end,
      text: ` ${text}`,
      ...(speaker === null ? {} : { speaker }),
      ...(kind === undefined ? {} : { kind })
    })),
    ...(language === undefined ? {} : { language }),
    ...(duration === undefined ? {} : { duration })
  }
  return `${JSON.stringify(whisper, null, 2)}\n`
}
