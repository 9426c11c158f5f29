import { eachFile } from '../../kit/each-file.ts'
import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import { listOf, parsed, propertiesOf, textOf } from '../../kit/json-values.ts'
import type { Answer, Config } from '../schema.ts'
import { answerOf, configFor, entry, type ForeignSegment, nameOrNull } from './imported.ts'

/*
 * Whisper has many writers: openai-whisper, faster-whisper and WhisperX (`segments`), whisper.cpp (`transcription` with
 * `offsets` in milliseconds), transformers (`chunks` with `timestamp`), and OpenAI's verbose_json.
 */

export const whisperImporter: Importer<Config, Answer> = {
  format: 'whisper',
  title: 'Whisper JSON',
  readsFolders: true,
  leavesOut: 'Times of words, tokens, and how sure the model was.',
  async *read(file) {
    for await (const each of eachFile(file, 'json')) {
      if ('problem' in each) yield each
      else yield* await recordingOf(each.file)
    }
  },
  recognises: (lines, path) => {
    const head = lines.join('\n')
    return (
      /\.json$/i.test(path) &&
      (/"segments"\s*:\s*\[/.test(head) || /"(transcription|chunks)"\s*:\s*\[/.test(head)) &&
      /"text"\s*:/.test(head)
    )
  },
  configFor,
  answer: answerOf
}

type Properties = ReadonlyMap<string, unknown>

async function recordingOf(file: ImportFile): Promise<readonly Imported[]> {
  const problem = (message: string): Imported => ({ problem: { file: file.path, message } })
  const root = parsed(await file.text())
  if (root === undefined) return [problem('This is no JSON.')]
  const whole = propertiesOf(root)
  const list = listIn(root, whole)
  const text = whole.get('transcript') ?? (list?.length ? undefined : whole.get('text'))
  if (list === undefined && typeof text !== 'string')
    return [problem('This is no Whisper JSON: it has neither segments nor a text.')]
  const problems: Imported[] = []
  const segments = (list ?? []).flatMap((each, at): ForeignSegment[] => {
    const segment = segmentOf(propertiesOf(each))
    if (typeof segment !== 'string') return [segment]
    problems.push(problem(`Segment ${at + 1} ${segment}, so it was left out.`))
    return []
  })
  if (segments.length === 0 && problems.length > 0) return problems
  const duration = whole.get('duration')
  const language = languageOf(whole.get('language') ?? propertiesOf(whole.get('result')).get('language'))
  const answers = entry({
    segments,
    ...(typeof text === 'string' && text !== '' ? { transcript: unspaced(text) } : {}),
    ...(typeof duration === 'number' ? { duration } : {}),
    ...(language === undefined ? {} : { language })
  })
  return [
    ...problems,
    { record: { file: file.path, line: 1, path: file.path.replace(/\.json$/i, ''), meta: {}, answers } }
  ]
}

function listIn(root: unknown, whole: Properties): readonly unknown[] | undefined {
  if (Array.isArray(root)) return listOf(root)
  const name = ['segments', 'transcription', 'chunks'].find(each => Array.isArray(whole.get(each)))
  return name === undefined ? undefined : listOf(whole.get(name))
}

function segmentOf(segment: Properties): ForeignSegment | string {
  const offsets = propertiesOf(segment.get('offsets'))
  const [from, to] = listOf(segment.get('timestamp'))
  const start = segment.get('start') ?? inSeconds(offsets.get('from')) ?? from
  const end = segment.get('end') ?? inSeconds(offsets.get('to')) ?? to
  const text = segment.get('text')
  if (typeof start !== 'number' || typeof end !== 'number') return 'has no start and end in numbers'
  if (typeof text !== 'string') return 'has no text'
  if (!(start < end)) return 'has no length'
  const speaker = segment.get('speaker')
  const kind = textOf(segment.get('kind'))
  return {
    start,
    end,
    speaker: nameOrNull(typeof speaker === 'number' ? String(speaker) : textOf(speaker)),
    ...(kind === undefined ? {} : { kind }),
    text: unspaced(text)
  }
}

const inSeconds = (milliseconds: unknown) =>
  typeof milliseconds === 'number' ? milliseconds / 1000 : undefined

/** Whisper's texts begin with the blank before their first word. */
const unspaced = (text: string) => (text.startsWith(' ') ? text.slice(1) : text)

/** Some write `english`, which is no code of a language. */
const languageOf = (language: unknown) =>
  typeof language === 'string' && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined
