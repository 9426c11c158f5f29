import type { ExportChunk, Exporter } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { byBytes } from './byte-order.ts'
import { audioWanted } from './clips.ts'
import { answeredRecordings, type AnsweredRecording, segmentsOnly } from './exported.ts'
import { ExportNames } from '../../kit/export-names.ts'
import { PlainIds, stemOfPath } from './plain-ids.ts'
import { secondsText } from './seconds-text.ts'
import { wordsOfText } from './words-of-text.ts'

/*
 * A data directory of Kaldi, https://kaldi-asr.org/doc/data_prep.html: `text`, `segments`, `wav.scp`, `utt2spk` and
 * `spk2utt`, all sorted by bytes. An utterance begins with its speaker, so that sorting by one sorts by the other too;
 * without a speaker it is its own. Sorting needs every line, so this export holds them until the end.
 */

export const kaldiExporter: Exporter<Config, Answer> = {
  format: 'kaldi',
  title: 'Kaldi data directory',
  extension: 'txt',
  oneWay: true,
  cannotCarry:
    'Segments without words, kinds, more than one blank between words, who transcribed, and recordings where nobody speaks. Names of speakers and recordings become ids of letters, digits, _ and dots. wav.scp names WAV files alone: other recordings need a command of yours.',
  offsetUnit: null,
  tokenizer: null,
  options: [
    {
      name: 'audio',
      values: ['copy', 'leave'],
      about: 'Copy the recordings beside the tables, or leave them where they are.'
    }
  ],
  async *write(records, context) {
    const copies = audioWanted(context) !== 'leave'
    const folders = new Map(context.tasks.map(task => [task.id, new Tables()]))
    for await (const recording of answeredRecordings(records, context)) {
      const tables = folders.get(recording.task.id)
      const audio = tables?.add(recording, copies)
      if (copies && audio !== undefined) yield { file: recording.folder + audio, copyOf: recording.path }
    }
    for (const [task, tables] of folders) yield* tables.write(context.tasks.length > 1 ? `${task}/` : '')
  }
}

interface Utterance {
  readonly id: string
  readonly speaker: string
  readonly recording: string
  readonly times: string
  readonly words: string
}

/** What goes into the tables of one directory. */
class Tables {
  readonly #recordings = new PlainIds('recording', { hyphens: false })
  readonly #speakers = new PlainIds('speaker', { hyphens: false, reserved: ['nobody'] })
  readonly #names = new ExportNames()
  readonly #utterances: Utterance[] = []
  readonly #wavs: (readonly [id: string, path: string])[] = []

  /** Where the recording is to lie. Undefined: nothing of it goes out. */
  add(recording: AnsweredRecording, copies: boolean): string | undefined {
    const { path, drop } = recording
    const segments = segmentsOnly(recording) ?? []
    if (segments.length === 0) return void drop('Nobody speaks in it, and Kaldi has no empty recordings.')
    const id = this.#recordings.idFor(path, stemOfPath(path))
    const before = this.#utterances.length
    for (const [at, { id: segment, start, end, speaker, text }] of segments.entries()) {
      const words = wordsOfText(text).join(' ')
      if (words === '') {
        drop(`Segment ${segment} has no words, and Kaldi has no empty utterances.`)
        continue
      }
      // Names that only differ in what an id cannot hold are told apart, an utterance is unique by its number.
      const own = speaker === null ? undefined : this.#speakers.idFor(speaker)
      const utterance = `${own ?? 'nobody'}-${id}-${String(at + 1).padStart(6, '0')}`
      this.#utterances.push({
        id: utterance,
        speaker: own ?? utterance,
        recording: id,
        times: `${secondsText(start)} ${secondsText(end)}`,
        words
      })
    }
    if (this.#utterances.length === before) return undefined
    const audio = copies ? `audio/${this.#names.nameFor(path).path}` : path
    this.#wavs.push([id, audio])
    return audio
  }

  *write(folder: string): Generator<ExportChunk> {
    const utterances = this.#utterances.sort((a, b) => byBytes(a.id, b.id))
    const bySpeaker = new Map<string, string[]>()
    for (const { id, speaker } of utterances) {
      const own = bySpeaker.get(speaker)
      if (own === undefined) bySpeaker.set(speaker, [id])
      else own.push(id)
    }
    const speakers = [...bySpeaker].sort(([a], [b]) => byBytes(a, b))
    const wavs = this.#wavs.sort(([a], [b]) => byBytes(a, b))
    for (const each of utterances) {
      yield { file: `${folder}text`, text: `${each.id} ${each.words}\n` }
      yield { file: `${folder}segments`, text: `${each.id} ${each.recording} ${each.times}\n`, records: 0 }
      yield { file: `${folder}utt2spk`, text: `${each.id} ${each.speaker}\n`, records: 0 }
    }
    for (const [speaker, ids] of speakers)
      yield { file: `${folder}spk2utt`, text: `${speaker} ${ids.join(' ')}\n`, records: 0 }
    for (const [id, path] of wavs) yield { file: `${folder}wav.scp`, text: `${id} ${path}\n`, records: 0 }
  }
}
